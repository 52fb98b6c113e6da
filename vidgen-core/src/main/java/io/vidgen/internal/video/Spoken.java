package io.vidgen.internal.video;

import io.vidgen.internal.routing.Router;
import io.vidgen.ledger.StepRecord;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.Voice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who has begun to speak texts, in whatever voice, though the voice was chosen when somebody else
 * led. Belongs to one job or plan.
 */
final class Spoken {
  private final List<SpeechProvider> candidates;
  private final Router router;
  private final Map<SpeechRequest, List<Take>> known = new HashMap<>(4);

  Spoken(List<SpeechProvider> candidates, Router router) {
    this.candidates = candidates;
    this.router = router;
  }

  /**
   * What somebody has begun to speak.
   *
   * @param who the provider
   * @param asked what that one was asked
   * @param at when
   */
  record Take(SpeechProvider who, SpeechRequest asked, Instant at) {}

  /** All takes of a text, by those of the candidates who began them. */
  List<Take> of(SpeechRequest meant) {
    var takes = known.get(meant);
    if (takes == null) {
      takes =
          router.begunInSlot(Voices.SPEECH, meant).stream()
              .flatMap(record -> take(record, meant).stream())
              .toList();
      known.put(meant, takes);
    }
    return takes;
  }

  /** The latest take of a text by somebody. */
  Optional<Take> of(SpeechRequest meant, SpeechProvider who) {
    return of(meant).stream().filter(take -> take.who() == who).max(Comparator.comparing(Take::at));
  }

  /** When somebody began to speak this; empty when that one did not. */
  Optional<Instant> since(SpeechProvider who, SpeechRequest asked) {
    return router.begun(Voices.SPEECH, who, asked).map(StepRecord::announcedAt);
  }

  private Optional<Take> take(StepRecord record, SpeechRequest meant) {
    return candidates.stream()
        .filter(who -> who.id().equals(record.provider()) && who.model().equals(record.model()))
        .flatMap(who -> asked(who, meant).map(asked -> new Take(who, asked, record.announcedAt())))
        .filter(take -> router.isOf(record, Voices.SPEECH, take.who(), take.asked()))
        .findFirst();
  }

  /** The text in all voices that somebody can be asked for. */
  private Stream<SpeechRequest> asked(SpeechProvider who, SpeechRequest meant) {
    var voices = new ArrayList<@Nullable String>();
    voices.add(null);
    voices.add(meant.voice());
    who.voices().stream().map(Voice::id).forEach(voices::add);
    router
        .voices()
        .voiceThere(meant.voice() == null ? "" : meant.voice(), who.id())
        .ifPresent(voices::add);
    Set<@Nullable String> distinct = new HashSet<>();
    return voices.stream().filter(distinct::add).map(voice -> inVoice(meant, voice));
  }

  static SpeechRequest inVoice(SpeechRequest meant, @Nullable String voice) {
    return new SpeechRequest(meant.text(), meant.language(), voice, meant.speed(), meant.take());
  }
}
