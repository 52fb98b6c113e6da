/** Imitates servers that move lips with Wav2Lip. */
@NullMarked
package io.vidgen.sandbox.internal.lipsync;

import org.jspecify.annotations.NullMarked;
