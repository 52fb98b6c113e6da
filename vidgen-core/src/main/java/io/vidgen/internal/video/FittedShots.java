package io.vidgen.internal.video;

import io.vidgen.internal.engine.StepPort;
import io.vidgen.model.Fit;
import io.vidgen.model.VideoFormat;
import io.vidgen.model.Visual;
import java.time.Duration;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Shots whose pictures were made for another shape.
 *
 * @param source the shots
 * @param edition how they are fitted in
 * @param made whether the picture of a scene, by number from 1, was made in that other shape
 */
public record FittedShots(ShotSource source, Edition edition, IntPredicate made)
    implements ShotSource {
  private static final double MOST_CUT = 0.5;

  /**
   * The same shots where nothing has to be fitted in.
   *
   * @param source the shots
   * @param edition how they are fitted in
   * @param made whether the picture of a scene, by number from 1, was made in that other shape
   * @return the shots
   */
  public static ShotSource of(ShotSource source, Edition edition, IntPredicate made) {
    return edition.fit() == null && edition.made() == null
        ? source
        : new FittedShots(source, edition, made);
  }

  /**
   * How pictures of one shape are shown in another when nobody says so: nobody misses a narrow
   * margin, but of a portrait in a wide frame there would be a third left.
   *
   * @param from size of the pictures
   * @param to size of the frame
   * @return cover when at least half of them stays visible
   */
  public static Fit usual(VideoFormat from, VideoFormat to) {
    double one = (double) from.width() / from.height();
    double other = (double) to.width() / to.height();
    double seen = Math.min(one, other) / Math.max(one, other);
    return seen >= MOST_CUT ? Fit.COVER : Fit.BLURRED_FILL;
  }

  @Override
  public List<Place> places() {
    return source.places();
  }

  @Override
  public @Nullable Shot shot(int index, StepPort port) {
    var shot = source.shot(index, port);
    var visual = shot == null ? null : shot.visual();
    return shot == null || visual == null
        ? shot
        : new Shot(
            shot.place(),
            shot.frames(),
            shot.sound(),
            shot.words(),
            shot.captions(),
            fitted(index, visual),
            shot.inSync());
  }

  @Override
  public @Nullable Visual picture(int index, StepPort port) {
    var visual = source.picture(index, port);
    return visual == null ? null : fitted(index, visual);
  }

  private Visual fitted(int index, Visual visual) {
    var all = edition.fit();
    var fit = all != null || !made.test(places().get(index).scene()) ? all : edition.made();
    if (fit == null) {
      return visual;
    }
    return visual instanceof Visual.Still still
        ? new Visual.Still(still.source(), fit, still.motion())
        : new Visual.Footage(visual.source(), fit, ((Visual.Footage) visual).from());
  }

  @Override
  public Duration atLeast(int index) {
    return source.atLeast(index);
  }

  @Override
  public boolean seamless(int left) {
    return source.seamless(left);
  }

  @Override
  public @Nullable StoryNote note() {
    return source.note();
  }

  @Override
  public List<List<Sound>> sounds(List<Shot> shots) {
    return source.sounds(shots);
  }
}
