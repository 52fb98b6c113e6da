package io.vidgen.spi;

/** Speaks a text. */
public interface SpeechProvider extends Provider<SpeechRequest, SpeechResult> {}
