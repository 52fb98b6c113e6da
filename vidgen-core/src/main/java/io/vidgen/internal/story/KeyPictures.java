package io.vidgen.internal.story;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.Missing;
import io.vidgen.internal.engine.PlanPort;
import io.vidgen.internal.engine.StepKey;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.engine.Steps;
import io.vidgen.internal.routing.Route;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Memo;
import io.vidgen.internal.video.StandIn;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.model.Artifact;
import io.vidgen.model.VideoFormat;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.ImageRequest;
import io.vidgen.spi.ImageResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The pictures between clips: one ends with it, and the next begins with it. */
final class KeyPictures {
  static final String IMAGE = "image";

  private final Telling telling;
  private final Cast cast;
  private final VideoFormat format;
  private final Toolbox tools;
  private final Memo memo;
  private final ClipPrompts prompts;

  /** For clips of some size. */
  KeyPictures(Telling telling, Cast cast, VideoFormat format, Toolbox tools, Memo memo) {
    this.telling = telling;
    this.cast = cast;
    this.format = format;
    this.tools = tools;
    this.memo = memo;
    this.prompts = new ClipPrompts(telling);
  }

  /**
   * A picture.
   *
   * @param clip the clip that begins with it, or ends with it when no other follows
   * @param end whether it is the end of that clip
   */
  record KeyPicture(PlannedClip clip, boolean end) {
    /** What a clip begins with. */
    static KeyPicture first(PlannedClip clip) {
      return new KeyPicture(clip, false);
    }

    /** What a clip ends with: the first picture of the clip after it, if there is one. */
    static KeyPicture last(PlannedClip clip, ClipPlan plan) {
      var next = plan.after(clip);
      return next == null ? new KeyPicture(clip, true) : first(next);
    }

    StepKey step() {
      return clip.place().key(IMAGE, end ? "end" : "begin");
    }
  }

  /** Asks for a picture. */
  Optional<Artifact> need(KeyPicture key, StepPort port) {
    var portraits = new Missing(port);
    var references = cast.references(key.clip().scene(), portraits);
    if (references.isEmpty()) {
      var asked = request(key, standIns(key));
      var who = maker(asked);
      portraits
          .then()
          .expect(key.step(), who.id(), who.expectedTime(asked), StandIn.price(who, asked));
      return Optional.empty();
    }
    var step =
        memo.once(
            key.step(),
            () -> {
              var asked = request(key, references.get());
              return Steps.of(key.step(), ImageResult.class, route(asked));
            });
    return port.need(step).map(ImageResult::image);
  }

  /** Checks the pictures of some clips of a plan; returns whether somebody can draw them. */
  boolean check(Checklist list, ClipPlan plan, List<PlannedClip> clips) {
    boolean drawn =
        list.usable(
            tools.images(),
            p -> true,
            new Checklist.Lack(
                "image provider",
                "nothing can draw the pictures between clips",
                "add an image provider, or let clips be chaining(SEPARATE)"));
    if (drawn) {
      clips.stream()
          .flatMap(clip -> Stream.of(KeyPicture.first(clip), KeyPicture.last(clip, plan)))
          .distinct()
          .forEach(picture -> check(picture, list));
      clips.forEach(clip -> checkEnds(clip, plan, list));
    }
    return drawn;
  }

  private void checkEnds(PlannedClip clip, ClipPlan plan, Checklist list) {
    var first = KeyPicture.first(clip);
    var last = KeyPicture.last(clip, plan);
    if (request(first, standIns(first)).equals(request(last, standIns(last)))) {
      list.add(
          Problem.warning(
              clip.field(),
              "its clip begins and ends with the same picture: scene "
                  + last.clip().scene()
                  + " is described in the same words",
              "describe what is different in the visual of one of them"));
    }
  }

  private void check(KeyPicture key, Checklist list) {
    var references = cast.references(key.clip().scene(), new PlanPort(tools.ledger()));
    var asked = request(key, references.orElseGet(() -> standIns(key)));
    var maker = maker(asked);
    if (!asked.references().isEmpty() && !maker.capabilities().has(Feature.REFERENCES)) {
      list.add(
          Problem.warning(
              "characters",
              maker.id() + " takes no reference pictures: characters are only described in words",
              "choose an image provider that takes them"));
    }
    list.addAll(maker.check(asked));
    list.priceKnown(maker.price(asked), key.clip().field());
  }

  private List<Artifact> standIns(KeyPicture key) {
    return cast.in(key.clip().scene()).stream().map(c -> StandIn.picture()).toList();
  }

  private ImageProvider maker(ImageRequest asked) {
    return route(asked).who();
  }

  private Route<ImageProvider, ImageRequest> route(ImageRequest asked) {
    return tools.router().route(IMAGE, tools.images(), asked);
  }

  /** A picture as an earlier version of its scene had it; empty when it was never drawn. */
  Optional<Artifact> drawnBefore(KeyPicture key, int take) {
    var known = new PlanPort(tools.ledger());
    return cast.references(key.clip().scene(), known)
        .map(references -> request(key, references, take))
        .flatMap(asked -> known.need(Steps.of(key.step(), ImageResult.class, route(asked))))
        .map(ImageResult::image);
  }

  private ImageRequest request(KeyPicture key, List<Artifact> references) {
    return request(key, references, telling.request().takeOf(key.clip().scene()));
  }

  private ImageRequest request(KeyPicture key, List<Artifact> references, int take) {
    var clip = key.clip();
    var story = telling.request();
    return new ImageRequest(
        prompts.keyPicture(clip.part(), clip.number(), cast.in(clip.scene()), key.end()),
        story.style(),
        format,
        references,
        null,
        take);
  }
}
