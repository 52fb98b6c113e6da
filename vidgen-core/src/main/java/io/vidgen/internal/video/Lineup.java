package io.vidgen.internal.video;

import io.vidgen.internal.routing.Router;
import io.vidgen.ledger.StepRecord;
import io.vidgen.model.RoutingDecision.Considered;
import io.vidgen.model.RoutingDecision.Verdict;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.Voice;
import io.vidgen.spi.VoiceGender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who could speak with one voice of a video, and with which voice of theirs: whoever has it, and
 * those with a voice of the same gender, or one that the user named.
 *
 * @param parts at least one, in the order of the candidates
 * @param leader whose voice it is that is asked for
 * @param passedOver the other candidates, and why they cannot speak in its place
 * @param last who spoke last in this video; null when nobody has
 */
record Lineup(List<Part> parts, Part leader, List<Considered> passedOver, @Nullable Part last) {

  /**
   * Somebody and a voice.
   *
   * @param who the provider
   * @param voice its name of the voice, null for its default
   * @param note what to say of the voice, empty when it is the one that is asked for
   */
  record Part(SpeechProvider who, @Nullable String voice, String note) {
    SpeechRequest asked(SpeechRequest meant) {
      return Objects.equals(voice, meant.voice())
          ? meant
          : new SpeechRequest(meant.text(), meant.language(), voice, meant.speed(), meant.take());
    }
  }

  /** The part of somebody. */
  Part of(SpeechProvider who) {
    return parts.stream().filter(part -> part.who() == who).findFirst().orElseThrow();
  }

  boolean has(SpeechProvider who) {
    return parts.stream().anyMatch(part -> part.who() == who);
  }

  /** Finds out who could speak what is asked, as far as one leads. */
  static Lineup of(
      SpeechRequest meant,
      SpeechProvider leader,
      List<SpeechProvider> candidates,
      Collection<SpeechRequest> video,
      Router router) {
    var matching = new Matching(meant, leader, router);
    candidates.forEach(matching::add);
    return new Lineup(
        List.copyOf(matching.parts),
        matching.lead(),
        List.copyOf(matching.passedOver),
        last(matching.parts, video, router));
  }

  /** The later one of the list where two are equal: it spoke when the earlier one could not. */
  private static @Nullable Part last(
      List<Part> parts, Collection<SpeechRequest> video, Router router) {
    Part last = null;
    var time = Instant.MIN;
    if (parts.size() > 1) {
      for (var part : parts) {
        for (var said : video) {
          var at =
              router
                  .begun(Voices.SPEECH, part.who(), part.asked(said))
                  .map(StepRecord::announcedAt);
          if (at.isPresent() && !at.get().isBefore(time)) {
            last = part;
            time = at.get();
          }
        }
      }
    }
    return last;
  }

  /** Finds voices that are like another. */
  private static final class Matching {
    private final SpeechRequest meant;
    private final SpeechProvider leader;
    private final Router router;
    private final VoiceGender gender;
    private final List<Part> parts = new ArrayList<>();
    private final List<Considered> passedOver = new ArrayList<>();

    Matching(SpeechRequest meant, SpeechProvider leader, Router router) {
      this.meant = meant;
      this.leader = leader;
      this.router = router;
      this.gender = voice().map(Voice::gender).orElse(VoiceGender.UNKNOWN);
    }

    private Optional<Voice> voice() {
      var name = meant.voice();
      return name == null
          ? leader.defaultVoice(language())
          : leader.voices().stream().filter(voice -> voice.id().equals(name)).findFirst();
    }

    void add(SpeechProvider who) {
      if (who == leader) {
        parts.add(new Part(who, meant.voice(), ""));
        return;
      }
      if (!who.capabilities().speaks(language())) {
        passOver(who, "speaks no " + language().toLanguageTag());
        return;
      }
      var asked = meant.voice() == null ? "" : meant.voice();
      var named = router.voices().voiceThere(asked, who.id());
      if (named.isPresent()) {
        var there = named.get().isEmpty() ? null : named.get();
        parts.add(new Part(who, there, "with the voice that the router names"));
        return;
      }
      var like = gender == VoiceGender.UNKNOWN ? Optional.<Voice>empty() : like(who);
      if (like.isPresent()) {
        // Its default is asked for as such: what was bought of it so before is found again.
        boolean usual = who.defaultVoice(language()).equals(like);
        var note = "with voice '" + like.get().id() + "', " + word() + " too";
        parts.add(new Part(who, usual ? null : like.get().id(), note));
      } else {
        passOver(who, why(who));
      }
    }

    private void passOver(SpeechProvider who, String why) {
      passedOver.add(new Considered(who.id(), who.model(), Verdict.PASSED_OVER, why));
    }

    private Optional<Voice> like(SpeechProvider who) {
      var usual = who.defaultVoice(language()).filter(this::fits);
      return first(who, voice -> fits(voice) && voice.id().equals(meant.voice()))
          .or(() -> usual)
          .or(() -> first(who, voice -> fits(voice) && voice.languages().contains(language())))
          .or(() -> first(who, this::fits));
    }

    private static Optional<Voice> first(SpeechProvider who, Predicate<Voice> fits) {
      return who.voices().stream().filter(fits).findFirst();
    }

    private boolean fits(Voice voice) {
      return voice.gender() == gender && voice.speaks(language());
    }

    private String why(SpeechProvider who) {
      var remedy = "; a stand-in can be named";
      if (gender == VoiceGender.UNKNOWN) {
        var name = meant.voice() == null ? "its voice" : "voice '" + meant.voice() + "'";
        return "whether " + name + " of " + leader.id() + " is a man's is not known" + remedy;
      }
      boolean silent =
          who.voices().stream().allMatch(voice -> voice.gender() == VoiceGender.UNKNOWN);
      return silent
          ? "how its voices sound is not known" + remedy
          : "has no voice for " + language().toLanguageTag() + " that is " + word() + remedy;
    }

    private String word() {
      return switch (gender) {
        case FEMALE -> "a woman's";
        case MALE -> "a man's";
        case NEUTRAL, UNKNOWN -> "neutral";
      };
    }

    private Locale language() {
      return meant.language();
    }

    Part lead() {
      return parts.stream().filter(part -> part.who() == leader).findFirst().orElseThrow();
    }
  }
}
