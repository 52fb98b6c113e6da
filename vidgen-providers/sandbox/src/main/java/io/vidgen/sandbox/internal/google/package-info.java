/** Imitates Google: Gemini's texts and pictures, and Veo by both of its APIs. */
@NullMarked
package io.vidgen.sandbox.internal.google;

import org.jspecify.annotations.NullMarked;
