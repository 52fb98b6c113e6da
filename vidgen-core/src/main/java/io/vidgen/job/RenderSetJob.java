package io.vidgen.job;

/**
 * Several videos under way from one purchase. When one of them fails, all do; what was done is
 * kept, and the next render goes on from there. Safe for use by several threads.
 */
public interface RenderSetJob extends RenderHandle<RenderSet> {}
