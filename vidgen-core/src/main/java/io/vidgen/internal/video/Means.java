package io.vidgen.internal.video;

import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.VideoProvider;
import org.jspecify.annotations.Nullable;

/**
 * With what a scene is made instead of what was asked for.
 *
 * @param films who makes its clips; null for whoever would
 * @param still whether it is no clip but a still picture with a voice
 * @param draws who makes the picture that it is narrated over; null for whoever would
 */
public record Means(@Nullable VideoProvider films, boolean still, @Nullable ImageProvider draws) {
  /** As asked for. */
  public static final Means ASKED = new Means(null, false, null);

  /**
   * Clips of somebody's.
   *
   * @param who who makes them
   * @return the means
   */
  public static Means films(VideoProvider who) {
    return new Means(who, false, null);
  }

  /**
   * A still picture, of whoever makes them.
   *
   * @return the means
   */
  public static Means stillPicture() {
    return new Means(null, true, null);
  }

  /**
   * The same narration over a picture of somebody's.
   *
   * @param who who makes it
   * @return the means
   */
  public Means drawnBy(ImageProvider who) {
    return new Means(films, still, who);
  }

  /**
   * What people call it. Equal means have equal names, in every process.
   *
   * @return such as {@code veo-3.1-fast-generate-preview of veo}
   */
  public String name() {
    if (films != null) {
      return films.model() + " of " + films.id();
    }
    var picture = still ? "a still picture" : "a picture";
    return draws == null ? (still ? picture : "as asked") : picture + " of " + draws.id();
  }
}
