package io.vidgen.spi;

/** Hears the words of a recording and their times. */
public interface TranscriptionProvider
    extends Provider<TranscriptionRequest, TranscriptionResult> {}
