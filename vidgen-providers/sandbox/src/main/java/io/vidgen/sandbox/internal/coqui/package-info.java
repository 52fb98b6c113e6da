/** Imitates the Coqui TTS server. */
@NullMarked
package io.vidgen.sandbox.internal.coqui;

import org.jspecify.annotations.NullMarked;
