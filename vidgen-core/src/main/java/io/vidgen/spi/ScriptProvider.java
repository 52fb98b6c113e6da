package io.vidgen.spi;

/** Writes a script from a theme. */
public interface ScriptProvider extends Provider<ScriptRequest, ScriptResult> {}
