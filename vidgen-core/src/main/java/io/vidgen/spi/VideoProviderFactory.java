package io.vidgen.spi;

/** Makes a {@link VideoProvider}. */
public interface VideoProviderFactory extends ProviderFactory<VideoProvider> {}
