package io.vidgen.spi;

/** Makes a {@link VideoComposer}. */
public interface VideoComposerFactory extends ProviderFactory<VideoComposer> {}
