package io.vidgen.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.money.Price;
import io.vidgen.routing.Health;
import io.vidgen.routing.VideoRouter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** In which order providers are asked, and who is passed over. */
class RouterTest extends RouterFixture {
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
  void named_settings_areKnown() {
    assertThat(VideoRouter.names())
        .containsExactlyInAnyOrder("listed", "cheapest", "fastest", "best-quality");
    assertThat(VideoRouter.named("nearest")).isEmpty();
    assertThat(VideoRouter.named("fastest")).hasToString("Optional[fastest]");
  }
}
