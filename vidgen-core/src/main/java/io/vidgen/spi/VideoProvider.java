package io.vidgen.spi;

/** Makes a moving picture. */
public interface VideoProvider extends Provider<ClipRequest, ClipResult> {}
