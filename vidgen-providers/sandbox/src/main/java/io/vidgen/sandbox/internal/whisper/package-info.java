/** Imitates servers that transcribe with Whisper. */
@NullMarked
package io.vidgen.sandbox.internal.whisper;

import org.jspecify.annotations.NullMarked;
