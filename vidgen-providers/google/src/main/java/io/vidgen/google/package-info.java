/** Gemini scripts, Nano Banana pictures and Veo clips. */
@NullMarked
package io.vidgen.google;

import org.jspecify.annotations.NullMarked;
