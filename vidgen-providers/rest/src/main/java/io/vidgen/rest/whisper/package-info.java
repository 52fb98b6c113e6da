/** Transcription by servers that run Whisper, hosted or your own. */
@NullMarked
package io.vidgen.rest.whisper;

import org.jspecify.annotations.NullMarked;
