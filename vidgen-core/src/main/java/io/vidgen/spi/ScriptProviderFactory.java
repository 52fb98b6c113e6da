package io.vidgen.spi;

/** Makes a {@link ScriptProvider}. */
public interface ScriptProviderFactory extends ProviderFactory<ScriptProvider> {}
