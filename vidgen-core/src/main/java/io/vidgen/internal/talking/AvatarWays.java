package io.vidgen.internal.talking;

import io.vidgen.internal.engine.PlanPort;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.talking.Talk.Speaker;
import io.vidgen.internal.video.Memo;
import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.internal.video.UserFiles;
import io.vidgen.internal.video.Voices;
import io.vidgen.job.Avatar;
import io.vidgen.model.Scene;
import io.vidgen.spi.AvatarProvider;
import io.vidgen.spi.AvatarRequest;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.subtitle.Sentences;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The ways in which scenes could be spoken and cut, and which of them was bought before: that one
 * is kept, so that nothing is bought a second time because a provider was added.
 *
 * @param request what to make
 * @param scenes which scenes of it, by number
 * @param face whose face it is
 * @param asking how each avatar would be asked
 * @param tools what there is
 */
record AvatarWays(
    Avatar request, Collection<Integer> scenes, Face face, Asking asking, Toolbox tools) {
  private static final int CLIP = 2;
  private static final int VOICE = 1;

  /** How each avatar would be asked. */
  interface Asking {

    /** Who could play it with a voice, the preferred one first. */
    List<AvatarProvider> fitting(Speaker who);

    /** What such an avatar is asked for. */
    AvatarRequest asked(Speaker who, Face.Shown face, Said said);

    /** What our voice is asked for. */
    SpeechRequest speech(String text, int take);
  }

  /** How much of the whole request was bought with a voice. */
  int bought(Speaker who) {
    var past = new Past(who);
    int sum = 0;
    for (int number : scenes) {
      int take = request.takeOf(number);
      sum +=
          cuts(who, request.script().scenes().get(number - 1)).stream()
              .mapToInt(cut -> past.bought(cut, take))
              .max()
              .orElse(0);
    }
    return sum;
  }

  /** The texts of a scene's clips. */
  List<String> texts(Speaker who, int number) {
    var cuts = cuts(who, request.script().scenes().get(number - 1));
    var best = cuts.get(0);
    if (cuts.size() > 1) {
      var past = new Past(who);
      int take = request.takeOf(number);
      int most = past.bought(best, take);
      for (var cut : cuts.subList(1, cuts.size())) {
        int bought = past.bought(cut, take);
        if (bought > most) {
          best = cut;
          most = bought;
        }
      }
    }
    return best;
  }

  /** Every way to cut a scene, that of the preferred providers first. */
  private List<List<String>> cuts(Speaker who, Scene scene) {
    var text = scene.spokenText();
    return limits(who, text).stream().map(most -> cut(text, most)).distinct().toList();
  }

  /** A text that is too long for one clip is cut between sentences. */
  private List<String> cut(String text, int most) {
    return most > 0 && text.length() > most
        ? Sentences.pack(text, language(), most)
        : List.of(text);
  }

  private Collection<Integer> limits(Speaker who, String text) {
    return switch (who) {
      case RECORDED -> Set.of(0);
      case THEIRS -> theirs();
      case OURS -> ours(text);
    };
  }

  private Collection<Integer> theirs() {
    var limits = new LinkedHashSet<Integer>();
    asking.fitting(Speaker.THEIRS).forEach(p -> limits.add(p.capabilities().maxTextLength()));
    return limits.isEmpty() ? Set.of(0) : limits;
  }

  private Collection<Integer> ours(String text) {
    var voices = new Voices(tools).speaking(language());
    var bounds = new LinkedHashSet<Integer>();
    for (var avatar : asking.fitting(Speaker.OURS)) {
      var longest =
          new LongestSpeech(avatar, said -> asking.asked(Speaker.OURS, face.standIn(), said));
      bounds.add(longest.characters(text, language(), request.speed()));
    }
    bounds.add(0);
    var limits = new LinkedHashSet<Integer>();
    for (int bound : bounds) {
      voices.forEach(voice -> limits.add(smaller(voice.capabilities().maxTextLength(), bound)));
      if (voices.isEmpty()) {
        limits.add(bound);
      }
    }
    return limits;
  }

  /** Nothing stands for no limit. */
  private static int smaller(int one, int other) {
    return one == 0 || other == 0 ? Math.max(one, other) : Math.min(one, other);
  }

  private Locale language() {
    return request.script().language();
  }

  /** What the ledger knows of one voice. */
  private final class Past {
    private final Speaker who;
    private final List<AvatarProvider> avatars;
    private final StepPort done = new PlanPort(tools.ledger());
    private final Voices voices = new Voices(tools);
    private final Optional<Face.Shown> shown;

    Past(Speaker who) {
      this.who = who;
      this.avatars = asking.fitting(who);
      this.shown = face.need(new UserFiles(tools.composer()), new Memo(), done);
    }

    int bought(List<String> texts, int take) {
      return texts.stream().mapToInt(text -> bought(text, take)).sum();
    }

    private int bought(String text, int take) {
      if (text.isBlank() || who == Speaker.RECORDED) {
        return 0;
      } else if (who == Speaker.THEIRS) {
        return clip(new Said(text, null, null, take));
      }
      var asked = asking.speech(text, take);
      return voices.isBegun(asked) ? VOICE + clipOf(asked) : 0;
    }

    private int clipOf(SpeechRequest asked) {
      var key = Place.scene(1).key(Voices.SPEECH);
      return done.need(voices.step(key, asked))
          .map(made -> clip(new Said(null, made.audio(), made.duration(), asked.take())))
          .orElse(0);
    }

    private int clip(Said said) {
      return shown
          .flatMap(
              face ->
                  tools
                      .router()
                      .begun(AvatarCast.AVATAR, avatars, p -> asking.asked(who, face, said)))
          .map(provider -> CLIP)
          .orElse(0);
    }
  }
}
