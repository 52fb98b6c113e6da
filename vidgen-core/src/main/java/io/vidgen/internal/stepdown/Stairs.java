package io.vidgen.internal.stepdown;

import io.vidgen.error.Problem;
import io.vidgen.internal.video.Means;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.internal.video.Voices;
import io.vidgen.job.Overrun;
import io.vidgen.job.PlannedStep;
import io.vidgen.job.Shoot;
import io.vidgen.job.StepDown;
import io.vidgen.job.Story;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.money.Price;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.VideoProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which cheaper means there are for each scene, by the user's order. */
final class Stairs {
  private final VideoRequest request;
  private final Script script;
  private final Toolbox tools;
  private final List<StepDown> order;
  private final boolean usual;
  private final Set<Problem> passedOver = new LinkedHashSet<>();
  private final Map<String, Means> named = new HashMap<>();

  Stairs(VideoRequest request, Script script, Toolbox tools, Overrun.Lower overrun) {
    this.request = request;
    this.script = script;
    this.tools = tools;
    // Of what is not there at all, one word is enough.
    var rungs = new Rungs(tools);
    this.order = overrun.order().stream().filter(rung -> !rungs.isMissing(rung)).toList();
    this.usual = overrun.order().isEmpty();
    all().forEach(means -> named.putIfAbsent(means.name(), means));
  }

  /** Everything that a scene could be made with by what is there, whatever the order says. */
  private Stream<Means> all() {
    var films =
        tools.videos().matching(who -> true).stream()
            .flatMap(who -> Stream.concat(Stream.of(who), who.tiers().stream()))
            .map(Means::films);
    var pictures =
        tools.images().matching(who -> true).stream()
            .flatMap(who -> Stream.of(Means.stillPicture(), Means.ASKED).map(m -> m.drawnBy(who)));
    return Stream.of(films, Stream.of(Means.stillPicture()), pictures).flatMap(means -> means);
  }

  /**
   * What a decision named, though others come first now, or another order of rungs: what was bought
   * with it is not bought again.
   */
  Optional<Means> named(String name) {
    return Optional.ofNullable(named.get(name));
  }

  /** Rungs that some scene cannot take, and why. */
  List<Problem> passedOver() {
    return List.copyOf(passedOver);
  }

  void passOver(int scene, String rung, String reason) {
    passedOver.add(
        Problem.warning(
            "script.scenes[" + (scene - 1) + "]",
            "stepping down passes over " + rung + ": " + reason,
            ""));
  }

  /** What a scene is made with when nothing is lowered, in words. */
  String asked(@Nullable PlannedStep made) {
    if (made == null) {
      return Means.ASKED.name();
    }
    return video(made.provider())
        .filter(who -> made.kind().equals(SceneCosts.CLIP))
        .map(who -> Means.films(who).name())
        .orElseGet(
            () ->
                image(made.provider())
                    .map(who -> Means.ASKED.drawnBy(who).name())
                    .orElse(made.provider()));
  }

  /** The means of a scene, each below the one before it. */
  List<Means> of(int scene, @Nullable PlannedStep made) {
    if (made == null || (request instanceof Story story && story.isDraft(scene))) {
      return List.of();
    }
    var shoot = request instanceof Story story ? story.shootOf(scene) : Shoot.NARRATED;
    return switch (shoot) {
      case CLIP -> made.kind().equals(SceneCosts.CLIP) ? filmed(scene, made) : List.of();
      case NARRATED -> made.price() instanceof Price.Free ? List.of() : drawn(scene, made);
      case AVATAR -> List.of();
    };
  }

  private Scene scene(int number) {
    return script.scenes().get(number - 1);
  }

  private List<Means> filmed(int scene, PlannedStep made) {
    var now = video(made.provider());
    if (now.isEmpty()) {
      return List.of();
    }
    var means = new ArrayList<Means>();
    for (var rung : order(now.get())) {
      var last = means.isEmpty() ? Means.films(now.get()) : means.get(means.size() - 1);
      lower(scene, rung, last, now.get()).ifPresent(means::add);
    }
    return means;
  }

  private List<StepDown> order(VideoProvider now) {
    if (!usual) {
      return order;
    }
    var tiers = now.tiers().stream().map(tier -> StepDown.model(tier.model()));
    return Stream.concat(tiers, Stream.of(StepDown.still())).toList();
  }

  private Optional<Means> lower(int scene, StepDown rung, Means last, VideoProvider now) {
    if (rung instanceof StepDown.Still) {
      return last.still() ? Optional.empty() : still(scene, rung);
    } else if (rung instanceof StepDown.Model model) {
      return last.still() ? Optional.empty() : tier(scene, model, last, now);
    }
    var id = ((StepDown.Elsewhere) rung).id();
    if (last.still()) {
      return drawing(scene, rung, last, id);
    }
    var film = video(id);
    return film.flatMap(who -> films(scene, rung, who));
  }

  private Optional<Means> tier(int scene, StepDown.Model rung, Means last, VideoProvider now) {
    var tier = model(rung.id(), last, now);
    if (tier.isEmpty()) {
      passOver(scene, rung.toString(), "it is none of " + now.id());
    }
    return tier.flatMap(who -> films(scene, rung, who));
  }

  private Optional<VideoProvider> model(String id, Means last, VideoProvider now) {
    var films = last.films();
    var nearest = films == null ? Stream.of(now) : Stream.of(films, now);
    return nearest
        .flatMap(who -> Stream.concat(Stream.of(who), who.tiers().stream()))
        .filter(who -> who.model().equals(id))
        .findFirst();
  }

  private Optional<Means> films(int scene, StepDown rung, VideoProvider who) {
    var size = request instanceof Story story ? story.clipFormat() : null;
    var sizes = who.capabilities().formats();
    if (size != null && !sizes.isEmpty() && !sizes.contains(size)) {
      passOver(scene, rung.toString(), "it makes no clips of " + size);
      return Optional.empty();
    }
    return Optional.of(Means.films(who));
  }

  private Optional<Means> still(int scene, StepDown rung) {
    boolean spoken = !scene(scene).spokenText().isBlank();
    if (spoken && !new Voices(tools).canSpeak(script.language())) {
      passOver(scene, rung.toString(), "no voice speaks " + script.language().toLanguageTag());
      return Optional.empty();
    }
    if (tools.images().providers().isEmpty()) {
      passOver(scene, rung.toString(), "nothing can make pictures");
      return Optional.empty();
    }
    return Optional.of(Means.stillPicture());
  }

  private List<Means> drawn(int scene, PlannedStep made) {
    var means = new ArrayList<Means>();
    for (var rung : order) {
      if (rung instanceof StepDown.Elsewhere other && !other.id().equals(made.provider())) {
        // Who films is meant for other scenes.
        boolean films = image(other.id()).isEmpty() && video(other.id()).isPresent();
        if (!films) {
          drawing(scene, rung, Means.ASKED, other.id()).ifPresent(means::add);
        }
      }
    }
    return means;
  }

  private Optional<Means> drawing(int scene, StepDown rung, Means last, String id) {
    var who = image(id);
    if (who.isEmpty()) {
      passOver(scene, rung.toString(), "there is none that makes pictures");
    }
    return who.map(last::drawnBy);
  }

  private Optional<VideoProvider> video(String id) {
    return tools.videos().matching(who -> who.id().equals(id)).stream().findFirst();
  }

  private Optional<ImageProvider> image(String id) {
    return tools.images().matching(who -> who.id().equals(id)).stream().findFirst();
  }
}
