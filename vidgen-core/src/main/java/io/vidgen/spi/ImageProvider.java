package io.vidgen.spi;

/** Makes a still picture. */
public interface ImageProvider extends Provider<ImageRequest, ImageResult> {}
