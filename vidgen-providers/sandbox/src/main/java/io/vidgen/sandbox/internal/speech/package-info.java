/** Recognises what the sandbox itself has spoken. */
@NullMarked
package io.vidgen.sandbox.internal.speech;

import org.jspecify.annotations.NullMarked;
