package io.vidgen.spi;

/** Makes a {@link SpeechProvider}. */
public interface SpeechProviderFactory extends ProviderFactory<SpeechProvider> {}
