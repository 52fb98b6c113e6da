package io.vidgen.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.ledger.Ledgers;
import io.vidgen.model.RoutingDecision.Verdict;
import io.vidgen.routing.Health;
import io.vidgen.routing.VideoRouter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may step in, and who is left out. */
class RouterFallbackTest extends RouterFixture {
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
}
