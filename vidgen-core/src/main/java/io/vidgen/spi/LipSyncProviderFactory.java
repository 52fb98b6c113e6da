package io.vidgen.spi;

/** Makes a {@link LipSyncProvider}. */
public interface LipSyncProviderFactory extends ProviderFactory<LipSyncProvider> {}
