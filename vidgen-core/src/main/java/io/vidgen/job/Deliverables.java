package io.vidgen.job;

import static java.util.Objects.requireNonNull;

import io.vidgen.model.Script;
import io.vidgen.model.VideoFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Several videos from one purchase: sizes, languages, with and without captions, a teaser, a
 * poster. What they share is bought and made once. Immutable: each addition makes a new one.
 *
 * <pre>{@code
 * var all = Deliverables.of(request)
 *     .asIs("main")
 *     .format("square", VideoFormat.SQUARE)
 *     .language("fr", french)
 *     .add("fr-square", d -> d.format(VideoFormat.SQUARE).script(french))
 *     .teaser("teaser", Duration.ofSeconds(10));
 * RenderSet set = pipeline.render(all);
 * }</pre>
 *
 * @param request what all of them are made from; it is a deliverable itself only by {@link #asIs}
 * @param outputs what is made, each by another name
 */
public record Deliverables(VideoRequest request, List<Deliverable> outputs) {
  private static final int MOST = 100;

  /**
   * Copies the list and checks the names.
   *
   * @throws IllegalArgumentException if two names differ in nothing but case, or there are more
   *     than 100
   */
  public Deliverables {
    requireNonNull(request, "request");
    outputs = List.copyOf(outputs);
    var names = new HashSet<String>();
    for (var output : outputs) {
      if (!names.add(output.name().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("there are two deliverables '" + output.name() + "'");
      }
    }
    if (outputs.size() > MOST) {
      throw new IllegalArgumentException(
          "there may be " + MOST + " deliverables, not " + outputs.size());
    }
  }

  /**
   * Nothing yet.
   *
   * @param request what all of them are made from
   * @return no deliverable
   */
  public static Deliverables of(VideoRequest request) {
    return new Deliverables(request, List.of());
  }

  /**
   * Adds one.
   *
   * @param name its name, see {@link Deliverable}
   * @param changes makes it different from the request
   * @return these and that
   * @throws IllegalArgumentException if the name is not allowed or taken
   */
  public Deliverables add(String name, UnaryOperator<Deliverable> changes) {
    var all = new ArrayList<>(outputs);
    all.add(changes.apply(Deliverable.named(name)));
    return new Deliverables(request, all);
  }

  /**
   * Adds the request as it is.
   *
   * @param name its name
   * @return these and that
   */
  public Deliverables asIs(String name) {
    return add(name, d -> d);
  }

  /**
   * Adds one of another size, from the same pictures; see {@link Deliverable#fit}.
   *
   * @param name its name
   * @param size size of the video
   * @return these and that
   */
  public Deliverables format(String name, VideoFormat size) {
    return add(name, d -> d.format(size));
  }

  /**
   * Adds one in another language, with the default voice for that, over the same pictures.
   *
   * @param name its name
   * @param translated the same scenes with other words
   * @return these and that
   */
  public Deliverables language(String name, Script translated) {
    return add(name, d -> d.script(translated));
  }

  /**
   * Adds one without captions in the picture.
   *
   * @param name its name
   * @return these and that
   */
  public Deliverables withoutCaptions(String name) {
    return add(name, Deliverable::withoutCaptions);
  }

  /**
   * Adds the beginning.
   *
   * @param name its name
   * @param length 1 s to 1 h
   * @return these and that
   */
  public Deliverables teaser(String name, Duration length) {
    return add(name, d -> d.teaser(length));
  }

  /**
   * Adds a poster without a video: the middle of the beginning.
   *
   * @param name its name
   * @return these and that
   */
  public Deliverables poster(String name) {
    return add(name, Deliverable::onlyPoster);
  }

  /**
   * Adds a poster without a video.
   *
   * @param name its name
   * @param time when its frame is seen
   * @return these and that
   */
  public Deliverables poster(String name, Duration time) {
    return add(name, d -> d.posterAt(time).onlyPoster());
  }
}
