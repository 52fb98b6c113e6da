package io.vidgen.spi;

/** Makes a {@link TranscriptionProvider}. */
public interface TranscriptionProviderFactory extends ProviderFactory<TranscriptionProvider> {}
