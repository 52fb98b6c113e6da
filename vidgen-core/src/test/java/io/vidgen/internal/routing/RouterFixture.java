package io.vidgen.internal.routing;

import io.vidgen.internal.codec.Canonical;
import io.vidgen.internal.discovery.Candidates;
import io.vidgen.ledger.Ledgers;
import io.vidgen.ledger.Payer;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.routing.Health;
import io.vidgen.routing.VideoRouter;
import io.vidgen.spi.Provider;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What these tests share. */
abstract class RouterFixture {
  static final Voice CHEAP = Voice.paid("cheap", "0.05");

  static final Voice DEAR = Voice.paid("dear", "0.40");

  static final Voice FREE = Voice.free("free");

  final Map<String, Health> health = new HashMap<>();

  Health health(String kind, Provider<?, ?> who) {
    return health.getOrDefault(who.id(), Health.unknown(kind, who.id()));
  }

  static Health served(String id, double failureRate, double pace) {
    return new Health("speech", id, false, 10, failureRate, Duration.ofSeconds(1), pace, null);
  }

  Route<SpeechProvider, SpeechRequest> route(
      VideoRouter policy, Candidates<SpeechProvider> voices) {
    return route(policy, voices, "Hello.");
  }

  Route<SpeechProvider, SpeechRequest> route(
      VideoRouter policy, Candidates<SpeechProvider> voices, String text) {
    try (var ledger = Ledgers.inMemory()) {
      return new Router(ledger, policy, this::health).route("speech", voices, asked(text));
    }
  }

  static SpeechRequest asked(String text) {
    return new SpeechRequest(text, Locale.ENGLISH, null, null, 0);
  }

  static List<String> ids(Route<SpeechProvider, SpeechRequest> route) {
    return route.ways().stream().map(way -> way.who().id()).toList();
  }

  static StepRecord begun(SpeechProvider who, SpeechRequest asked) {
    var step = Canonical.fingerprint("speech", who.id(), who.model(), asked);
    var now = Instant.parse("2026-01-01T12:00:00Z");
    return new StepRecord(
        step,
        step,
        "speech",
        who.id(),
        who.model(),
        StepState.UNKNOWN,
        1,
        "attempt",
        1,
        null,
        null,
        List.of(),
        null,
        null,
        false,
        null,
        Payer.NOBODY,
        now,
        List.of(),
        now,
        null);
  }

  static Health resting(String id) {
    return new Health("speech", id, true, 5, 1, null, 1, null);
  }
}
