package io.vidgen.spi;

/** Makes a {@link AvatarProvider}. */
public interface AvatarProviderFactory extends ProviderFactory<AvatarProvider> {}
