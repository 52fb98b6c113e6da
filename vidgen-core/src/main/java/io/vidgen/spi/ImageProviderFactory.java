package io.vidgen.spi;

/** Makes a {@link ImageProvider}. */
public interface ImageProviderFactory extends ProviderFactory<ImageProvider> {}
