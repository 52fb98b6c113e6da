package io.vidgen.event;

/**
 * Hears what happens during a render. Called for one event after the other of a job, in order, on a
 * thread of the pipeline: be quick. What it throws is logged once and otherwise ignored, so that a
 * broken listener never breaks a render.
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
