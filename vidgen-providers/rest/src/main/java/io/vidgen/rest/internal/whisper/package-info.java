/** Transcription by servers that run Whisper. */
@NullMarked
package io.vidgen.rest.internal.whisper;

import org.jspecify.annotations.NullMarked;
