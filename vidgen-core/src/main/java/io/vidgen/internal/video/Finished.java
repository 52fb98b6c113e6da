package io.vidgen.internal.video;

/** What a request or one of several deliverables ends with. */
public sealed interface Finished permits FinishedPoster, FinishedVideo {

  /**
   * What is told of it.
   *
   * @return title and language
   */
  About about();
}
