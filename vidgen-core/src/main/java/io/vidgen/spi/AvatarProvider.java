package io.vidgen.spi;

/** Makes a face speak a text or a recording. */
public interface AvatarProvider extends Provider<AvatarRequest, ClipResult> {}
