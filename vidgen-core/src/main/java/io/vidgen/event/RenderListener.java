package io.vidgen.event;

/**
 * Hears what happens during a render. Called for one event after the other of a job, in order, on a
 * thread of the pipeline, which waits for it: be quick, and never wait for a job. It may cancel any
 * job, its own included, and ask any how far it is. What it throws is logged once and otherwise
 * ignored, so that a broken listener never breaks a render.
 */
@FunctionalInterface
public interface RenderListener {

  /**
   * Something happened.
   *
   * @param event what
   */
  void on(RenderEvent event);
}
