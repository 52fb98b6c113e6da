package io.vidgen.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.internal.codec.Canonical;
import io.vidgen.internal.discovery.Candidates;
import io.vidgen.ledger.Ledgers;
import io.vidgen.ledger.Payer;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.model.RoutingDecision.Verdict;
import io.vidgen.money.Price;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is chosen, who steps in, who is passed over, and what is said of it. */
class RouterTest {
  private static final Voice CHEAP = Voice.paid("cheap", "0.05");
  private static final Voice DEAR = Voice.paid("dear", "0.40");
  private static final Voice FREE = Voice.free("free");

  private final Map<String, Health> health = new HashMap<>();

  @Test
  void listed_severalNamed_takesTheFirstAndFallsBackInOrder() {
    var route = route(VideoRouter.listed(), Voice.named(CHEAP, DEAR, FREE));

    assertThat(ids(route)).containsExactly("cheap", "dear", "free");
    assertThat(route.decision().describe())
        .isEqualTo(
            "cheap: chosen: listed first; dear: fallback: dearer (USD 0.40 against USD 0.05);"
                + " free: fallback: free");
  }

  @Test
  void cheapest_pricesKnownAndNot_putsTheUnknownLast() {
    var odd = Voice.paid("odd", "0").unpriced();

    var route = route(VideoRouter.cheapest(), Voice.named(odd, DEAR, CHEAP));

    assertThat(ids(route)).containsExactly("cheap", "dear", "odd");
    assertThat(route.decision().considered().get(0).reason())
        .isEqualTo("cheapest of the 2 whose price is known (USD 0.05)");
  }

  @Test
  void fastest_declaredTimes_putsTheShortestFirst() {
    var slow = FREE.taking(Duration.ofSeconds(9));
    var quick = CHEAP.taking(Duration.ofMillis(300));

    var route = route(VideoRouter.fastest(), Voice.named(slow, quick));

    assertThat(ids(route)).containsExactly("cheap", "free");
    assertThat(route.decision().describe())
        .isEqualTo(
            "cheap: chosen: fastest of 2 (about 0.3 s); free: fallback: slower (9 s against"
                + " about 0.3 s)");
  }

  @Test
  void fastest_callsTookLongerThanDeclared_believesTheCalls() {
    health.put("cheap", served("cheap", 0, 20));

    var route = route(VideoRouter.fastest(), Voice.named(CHEAP, FREE));

    assertThat(ids(route)).containsExactly("free", "cheap");
  }

  @Test
  void bestQuality_judgedAndNot_putsTheBestFirst() {
    var good = DEAR.able(able -> able.quality(90));
    var poor = CHEAP.able(able -> able.quality(20));

    assertThat(ids(route(VideoRouter.bestQuality(), Voice.named(FREE, poor, good))))
        .containsExactly("dear", "cheap", "free");
  }

  @Test
  void weighted_healthAlone_putsTheMostReliableFirst() {
    health.put("cheap", served("cheap", 0.5, 1));

    assertThat(ids(route(VideoRouter.weighted(0, 0, 0, 1), Voice.named(CHEAP, DEAR))))
        .containsExactly("dear", "cheap");
  }

  @Test
  void weighted_priceAgainstQuality_followsTheWeights() {
    var good = DEAR.able(able -> able.quality(90));
    var poor = CHEAP.able(able -> able.quality(20));

    assertThat(ids(route(VideoRouter.weighted(2, 0, 1, 0), Voice.named(good, poor))))
        .containsExactly("cheap", "dear");
    assertThat(ids(route(VideoRouter.weighted(1, 0, 2, 0), Voice.named(good, poor))))
        .containsExactly("dear", "cheap");
  }

  @Test
  void weighted_withoutAWeight_isRefused() {
    assertThatThrownBy(() -> VideoRouter.weighted(0, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> VideoRouter.weighted(1, -1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }

  @Test
  void ownOrder_leavingOneOut_passesItOver() {
    var router =
        VideoRouter.by(
            "up to 10 cents",
            (kind, all) ->
                all.stream()
                    .filter(
                        c ->
                            !(c.price() instanceof Price.Range range)
                                || range.high().amount().doubleValue() <= 0.1)
                    .toList());

    var route = route(router, Voice.named(DEAR, CHEAP, FREE));

    assertThat(ids(route)).containsExactly("cheap", "free");
    assertThat(route.decision().considered().get(2).describe())
        .isEqualTo("dear: passed over: left out by order 'up to 10 cents'");
  }

  @Test
  void listed_textTooLongForTheFirst_passesItOver() {
    var small = CHEAP.able(able -> able.maxTextLength(5_000));

    var route = route(VideoRouter.listed(), Voice.named(small, DEAR), "x".repeat(6_200));

    assertThat(ids(route)).containsExactly("dear");
    assertThat(route.decision().describe())
        .isEqualTo(
            "dear: chosen: the only one that can; cheap: passed over: 6,200 characters are more"
                + " than the 5,000 it takes");
  }

  @Test
  void listed_languageOrRequestRefused_passesOver() {
    var german = CHEAP.able(able -> able.addLanguages("de"));
    var strict = DEAR.refusing("speaks no such text");

    var route = route(VideoRouter.listed(), Voice.named(german, strict, FREE));

    assertThat(ids(route)).containsExactly("free");
    assertThat(route.decision().considered().subList(1, 3))
        .extracting(c -> c.reason())
        .containsExactly("speaks no en", "speaks no such text");
  }

  @Test
  void listed_nobodyCan_staysWithTheFirst() {
    var route = route(VideoRouter.listed(), Voice.named(CHEAP.refusing("no"), DEAR.refusing("no")));

    assertThat(ids(route)).containsExactly("cheap");
  }

  @Test
  void listed_firstRests_isPassedOverUntilNobodyElseIsThere() {
    health.put("cheap", new Health("speech", "cheap", true, 5, 1, null, 1, null));

    var two = route(VideoRouter.listed(), Voice.named(CHEAP, DEAR));
    var one = route(VideoRouter.listed(), Voice.named(CHEAP));

    assertThat(ids(two)).containsExactly("dear");
    assertThat(two.decision().describe()).contains("cheap: passed over: failed too often just now");
    assertThat(ids(one)).containsExactly("cheap");
  }

  @Test
  void listed_limitUsedUpForLong_isPassedOver() {
    var full = new Health("speech", "cheap", false, 0, 0, null, 1, Duration.ofMinutes(9));
    health.put("cheap", full);

    assertThat(ids(route(VideoRouter.listed(), Voice.named(CHEAP, DEAR)))).containsExactly("dear");
    var patient = VideoRouter.listed().patience(Duration.ofMinutes(10));
    assertThat(ids(route(patient, Voice.named(CHEAP, DEAR)))).containsExactly("cheap", "dear");
  }

  @Test
  void withoutFallback_severalNamed_asksOne() {
    var route = route(VideoRouter.cheapest().withoutFallback(), Voice.named(DEAR, CHEAP));

    assertThat(ids(route)).containsExactly("cheap");
    assertThat(route.decision().considered().get(1).verdict()).isEqualTo(Verdict.PASSED_OVER);
  }

  @Test
  void found_nobodyNamed_fallsBackOnlyToWhatIsFree() {
    var route = route(VideoRouter.listed(), Voice.found(FREE, DEAR, Voice.free("other")));

    assertThat(ids(route)).containsExactly("free", "other");
    assertThat(route.decision().describe())
        .contains("dear: passed over: costs money, and nobody named it");
  }

  @Test
  void found_firstCannotTakeTheText_isNotReplacedByMoney() {
    var small = FREE.able(able -> able.maxTextLength(3));

    assertThat(ids(route(VideoRouter.listed(), Voice.found(small, DEAR)))).containsExactly("free");
  }

  @Test
  void found_onlyAPaidOneSpeaksTheLanguage_isChosenAsEver() {
    var german = FREE.able(able -> able.addLanguages("de"));

    assertThat(ids(route(VideoRouter.listed(), Voice.found(german, DEAR)))).containsExactly("dear");
  }

  @Test
  void found_withAnOrder_choosesAmongAll() {
    var good = DEAR.able(able -> able.quality(90));

    assertThat(ids(route(VideoRouter.bestQuality(), Voice.found(FREE, good))))
        .containsExactly("dear", "free");
  }

  @Test
  void forOneJob_healthChanges_staysWithItsAnswer() {
    try (var ledger = Ledgers.inMemory()) {
      var router = new Router(ledger, VideoRouter.listed(), this::health);
      var job = router.forOneJob();
      var before = job.route("speech", Voice.named(CHEAP, DEAR), asked("Hello."));
      health.put("cheap", new Health("speech", "cheap", true, 5, 1, null, 1, null));

      assertThat(ids(before)).containsExactly("cheap", "dear");
      assertThat(job.route("speech", Voice.named(CHEAP, DEAR), asked("Hello."))).isEqualTo(before);
      assertThat(ids(job.route("speech", Voice.named(CHEAP, DEAR), asked("Another."))))
          .containsExactly("dear");
    }
  }

  @Test
  void named_settings_areKnown() {
    assertThat(VideoRouter.names())
        .containsExactlyInAnyOrder("listed", "cheapest", "fastest", "best-quality");
    assertThat(VideoRouter.named("nearest")).isEmpty();
    assertThat(VideoRouter.named("fastest")).hasToString("Optional[fastest]");
  }

  private Health health(String kind, Provider<?, ?> who) {
    return health.getOrDefault(who.id(), Health.unknown(kind, who.id()));
  }

  private static Health served(String id, double failureRate, double pace) {
    return new Health("speech", id, false, 10, failureRate, Duration.ofSeconds(1), pace, null);
  }

  private Route<SpeechProvider, SpeechRequest> route(
      VideoRouter policy, Candidates<SpeechProvider> voices) {
    return route(policy, voices, "Hello.");
  }

  private Route<SpeechProvider, SpeechRequest> route(
      VideoRouter policy, Candidates<SpeechProvider> voices, String text) {
    try (var ledger = Ledgers.inMemory()) {
      return new Router(ledger, policy, this::health).route("speech", voices, asked(text));
    }
  }

  private static SpeechRequest asked(String text) {
    return new SpeechRequest(text, Locale.ENGLISH, null, null, 0);
  }

  private static List<String> ids(Route<SpeechProvider, SpeechRequest> route) {
    return route.ways().stream().map(way -> way.who().id()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"listed", "cheapest", "fastest"})
  void found_freeOneRests_isNotReplacedByMoney(String order) {
    var slow = FREE.taking(Duration.ofMillis(1));
    health.put("free", resting("free"));

    var route = route(VideoRouter.named(order).orElseThrow(), Voice.found(slow, DEAR));

    assertThat(ids(route)).containsExactly("free");
    assertThat(route.decision().describe())
        .contains("dear: passed over: costs money, and nobody named it");
    assertThat(ids(route(VideoRouter.cheapest(), Voice.named(slow, DEAR)))).containsExactly("dear");
  }

  @Test
  void found_freeOneRestsAndAnotherIsFree_takesThat() {
    health.put("free", resting("free"));

    var voices = Voice.found(FREE, DEAR, Voice.free("other"));

    assertThat(ids(route(VideoRouter.cheapest(), voices))).containsExactly("other");
  }

  @Test
  void found_orderPrefersMoneyAnyway_choosesIt() {
    var good = DEAR.able(able -> able.quality(90));
    health.put("free", resting("free"));

    assertThat(ids(route(VideoRouter.bestQuality(), Voice.found(FREE, good))))
        .containsExactly("dear");
  }

  @Test
  void ownOrder_leavingAllOut_asksTheFirstListedOnly() {
    var none = VideoRouter.by("none", (kind, all) -> List.of());

    assertThat(ids(route(none, Voice.named(DEAR, CHEAP)))).containsExactly("dear");
  }

  @Test
  void everybody_someCannotServeNow_namesThemButNoneWhoIsLeftOut() {
    var router =
        VideoRouter.by(
            "no dear one",
            (kind, all) -> all.stream().filter(one -> !one.provider().equals("dear")).toList());
    health.put("cheap", resting("cheap"));
    health.put("dear", resting("dear"));
    try (var ledger = Ledgers.inMemory()) {
      var route =
          new Router(ledger, router, this::health)
              .everybody("speech", Voice.named(CHEAP, DEAR, FREE), who -> asked("Hello."));

      assertThat(ids(route)).containsExactly("free", "cheap");
    }
  }

  @Test
  void routeAnew_oneHasBegun_putsOnlyThoseBehindWhoMayStepIn() {
    var begun = Voice.free("begun");
    var small = Voice.free("small").able(able -> able.maxTextLength(3));
    try (var ledger = Ledgers.inMemory()) {
      ledger.write(begun(begun, asked("Hello.")));
      var router = new Router(ledger, VideoRouter.listed(), this::health);

      assertThat(
              ids(
                  router.routeAnew(
                      "speech", Voice.found(DEAR, small, FREE, begun), who -> asked("Hello."))))
          .containsExactly("begun", "free");
      assertThat(
              ids(
                  router.routeAnew(
                      "speech", Voice.named(small, DEAR, begun), who -> asked("Hello."))))
          .containsExactly("begun", "dear");
    }
  }

  private static StepRecord begun(SpeechProvider who, SpeechRequest asked) {
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
        now);
  }

  private static Health resting(String id) {
    return new Health("speech", id, true, 5, 1, null, 1, null);
  }
}
