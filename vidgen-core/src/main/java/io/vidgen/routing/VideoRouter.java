package io.vidgen.routing;

/**
 * How providers are chosen, for clips, voices, pictures and all the rest. Immutable. What was
 * bought already is used whatever the router says.
 */
public final class VideoRouter {
  private static final VideoRouter LISTED = new VideoRouter();

  private VideoRouter() {}

  /**
   * In the order in which the pipeline lists them; the next one steps in when one cannot serve.
   *
   * @return the default
   */
  public static VideoRouter listed() {
    return LISTED;
  }
}
