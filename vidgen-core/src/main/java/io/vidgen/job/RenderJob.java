package io.vidgen.job;

/**
 * A render under way; its id is later that of the stored video. Safe for use by several threads.
 */
public interface RenderJob extends RenderHandle<Render> {}
