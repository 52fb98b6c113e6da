package io.vidgen.internal.video;

import io.vidgen.internal.routing.Router;
import io.vidgen.model.RoutingDecision.Considered;
import io.vidgen.model.RoutingDecision.Verdict;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.Voice;
import io.vidgen.spi.VoiceGender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
 * @param spoken what was spoken before, in whatever voice
 */
record Lineup(
    List<Part> parts,
    Part leader,
    List<Considered> passedOver,
    @Nullable Part last,
    Spoken spoken) {

  /**
   * Somebody and a voice.
   *
   * @param who the provider
   * @param voice its name of the voice, null for its default
   * @param note what to say of the voice, empty when it is the one that is asked for
   * @param named whether the user says that it is this voice
   */
  record Part(SpeechProvider who, @Nullable String voice, String note, boolean named) {
    private SpeechRequest asked(SpeechRequest meant, Spoken spoken) {
      var asked = Objects.equals(voice, meant.voice()) ? meant : Spoken.inVoice(meant, voice);
      // What was bought in another voice is kept, unless this one was named.
      var take = named ? Optional.<Spoken.Take>empty() : spoken.of(meant, who);
      return take.isEmpty() || spoken.since(who, asked).isPresent() ? asked : take.get().asked();
    }

    /** The same in the voice that it has in a video already. */
    private Part kept(Collection<SpeechRequest> video, Spoken spoken) {
      var takes =
          named
              ? List.<Spoken.Take>of()
              : video.stream().flatMap(said -> spoken.of(said, who).stream()).toList();
      boolean own = takes.stream().anyMatch(t -> Objects.equals(t.asked().voice(), voice));
      var last = takes.stream().max(Comparator.comparing(Spoken.Take::at));
      return own || last.isEmpty()
          ? this
          : new Part(who, last.get().asked().voice(), "with the voice it has here", false);
    }
  }

  /** What somebody is asked for a text. */
  SpeechRequest asked(SpeechProvider who, SpeechRequest meant) {
    return of(who).asked(meant, spoken);
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
    var spoken = new Spoken(candidates, router);
    var matching = new Matching(meant, leader, router);
    for (var who : candidates) {
      if (video.stream().anyMatch(said -> spoken.of(said, who).isPresent())) {
        matching.addAnyhow(who);
      } else {
        matching.add(who);
      }
    }
    var parts = matching.parts.stream().map(part -> part.kept(video, spoken)).toList();
    var lead = parts.stream().filter(part -> part.who() == leader).findFirst().orElseThrow();
    var passedOver = List.copyOf(matching.passedOver);
    return new Lineup(parts, lead, passedOver, last(parts, video, spoken), spoken);
  }

  /** The later one of the list where two are equal: it spoke when the earlier one could not. */
  private static @Nullable Part last(
      List<Part> parts, Collection<SpeechRequest> video, Spoken spoken) {
    Part last = null;
    var time = Instant.MIN;
    if (parts.size() > 1) {
      for (var part : parts) {
        for (var said : video) {
          var at = spoken.since(part.who(), part.asked(said, spoken));
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

    /** One who has spoken goes on, though another voice of the same gender would be taken now. */
    void addAnyhow(SpeechProvider who) {
      int before = passedOver.size();
      add(who);
      if (passedOver.size() > before) {
        passedOver.remove(before);
        parts.add(new Part(who, null, "", false));
      }
    }

    void add(SpeechProvider who) {
      if (who == leader) {
        parts.add(new Part(who, meant.voice(), "", false));
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
        parts.add(new Part(who, there, "with the voice that the router names", true));
        return;
      }
      var like = gender == VoiceGender.UNKNOWN ? Optional.<Voice>empty() : like(who);
      if (like.isPresent()) {
        // Its default is asked for as such: what was bought of it so before is found again.
        boolean usual = who.defaultVoice(language()).equals(like);
        var note = "with voice '" + like.get().id() + "', " + word() + " too";
        parts.add(new Part(who, usual ? null : like.get().id(), note, false));
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
  }
}
