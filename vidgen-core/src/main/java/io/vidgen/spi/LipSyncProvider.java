package io.vidgen.spi;

/** Fits the lips of a face to a recording. */
public interface LipSyncProvider extends Provider<LipSyncRequest, ClipResult> {}
