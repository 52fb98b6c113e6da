package io.vidgen.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.ledger.Ledgers;
import io.vidgen.model.RoutingDecision.Considered;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.routing.Candidate;
import io.vidgen.routing.Health;
import io.vidgen.routing.RoutingOrder;
import io.vidgen.routing.VideoRouter;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.SpeechRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What decisions say is what decided. */
class RoutingReasonsTest {
  private static final Voice A = Voice.paid("a", "0.30");
  private static final Voice B = Voice.paid("b", "0.20");
  private static final Voice C = Voice.paid("c", "0.10");

  @Test
  void fastest_equalTimes_saysAsFast() {
    assertThat(reasons(VideoRouter.fastest(), A, B))
        .containsExactly("a: fastest of 2 (about 1 s)", "b: as fast (about 1 s)");
  }

  @Test
  void fastest_timesThatReadAlike_saysNoDifference() {
    var nearly = B.taking(Duration.ofMillis(1_310));

    assertThat(reasons(VideoRouter.fastest(), A.taking(Duration.ofMillis(1_290)), nearly))
        .containsExactly("a: fastest of 2 (about 1.3 s)", "b: as fast (about 1.3 s)");
  }

  @Test
  void bestQuality_equalOrUnknown_saysSo() {
    var good = A.able(able -> able.quality(90));
    var equal = B.able(able -> able.quality(90));

    assertThat(reasons(VideoRouter.bestQuality(), good, equal, C))
        .containsExactly(
            "a: best of 3 (quality 90)", "b: as good (quality 90)", "c: of unknown quality");
    assertThat(reasons(VideoRouter.bestQuality(), B, C))
        .containsExactly(
            "b: listed first, since nobody's quality is known", "c: of unknown quality");
  }

  @Test
  void cheapest_ranges_comparesTheirMiddles() {
    var range = priced("range", range("USD", "0.10", "0.90"));

    assertThat(reasons(VideoRouter.cheapest(), Voice.paid("exact", "0.55"), range))
        .containsExactly(
            "range: cheapest of 2 (USD 0.10 to USD 0.90, in the middle USD 0.50)",
            "exact: dearer (USD 0.55 against USD 0.50 in the middle)");
    assertThat(reasons(VideoRouter.cheapest(), Voice.paid("exact", "0.50"), range))
        .containsExactly(
            "exact: cheapest of 2 (USD 0.50)",
            "range: as cheap (USD 0.50 in the middle against USD 0.50)");
  }

  @Test
  void cheapest_twoCurrencies_claimsNothingAboutTheOther() {
    var euros = priced("euros", range("EUR", "0.01", "0.01"));

    assertThat(reasons(VideoRouter.cheapest(), Voice.paid("dollars", "9"), euros))
        .containsExactly(
            "dollars: the only one priced in USD (USD 9.00)",
            "euros: price EUR 0.01, which cannot be compared with USD");
  }

  @Test
  void cheapest_noPriceIsKnown_isListedFirst() {
    assertThat(reasons(VideoRouter.cheapest(), A.unpriced(), B.unpriced()))
        .containsExactly(
            "a: listed first, since no price is known", "b: price unknown (nobody knows)");
  }

  @Test
  void preferredForALanguage_anyOrder_namesThePreferenceAndComparesWithIt() {
    assertThat(reasons(VideoRouter.cheapest().forLanguage("en", "a"), A, B, C))
        .containsExactly(
            "a: preferred for en",
            "c: cheaper (USD 0.10 against USD 0.30)",
            "b: cheaper (USD 0.20 against USD 0.30)");
    assertThat(reasons(VideoRouter.listed().forLanguage("en", "c", "b"), A, B, C))
        .containsExactly(
            "c: preferred for en",
            "b: preferred for en too; dearer (USD 0.20 against USD 0.10)",
            "a: dearer (USD 0.30 against USD 0.10)");
  }

  @Test
  void weighted_someWeights_tellsTheScoresAndTheirParts() {
    assertThat(reasons(VideoRouter.weighted(2, 1, 0, 0), A.taking(Duration.ofMillis(500)), C))
        .containsExactly(
            "c: first of 2 by order 'weighted' (score 1.00, price 0.00 + time 1.00)",
            "a: next by order 'weighted' (score 2.00, price 2.00 + time 0.00)");
  }

  @Test
  void ownOrder_withTheNameOfABuiltInOne_isNotDescribedAsThat() {
    RoutingOrder dearest =
        (kind, all) -> List.of(all.get(0), all.get(1)); // they are listed the dearest first

    assertThat(reasons(VideoRouter.by("cheapest", dearest), A, C))
        .containsExactly(
            "a: first of 2 by order 'cheapest'",
            "c: next by order 'cheapest', cheaper (USD 0.10 against USD 0.30)");
    assertThat(reasons(VideoRouter.by("mine", VideoRouter.cheapest().order()), A, C))
        .contains("c: cheapest of 2 (USD 0.10)");
  }

  @Test
  void ownOrder_thatExplainsItself_isQuoted() {
    var order =
        new RoutingOrder() {
          @Override
          public List<Candidate> order(String kind, List<Candidate> candidates) {
            return candidates;
          }

          @Override
          public String explain(String kind, List<Candidate> candidates, Candidate one) {
            return "rank " + one.position() + " of " + candidates.size() + " for " + kind;
          }
        };

    assertThat(reasons(VideoRouter.by("ranks", order), A, B))
        .containsExactly(
            "a: first of 2 by order 'ranks' (rank 0 of 2 for speech)",
            "b: next by order 'ranks' (rank 1 of 2 for speech)");
  }

  @Test
  void ownOrder_namingNobodyOrStrangers_saysThatTheOrderNamedNobody() {
    var stranger =
        new Candidate(
            "z", "1", 0, Price.free(), Duration.ZERO, Duration.ZERO, 0, Health.unknown("x", "z"));

    for (var answer : List.of(List.<Candidate>of(), List.of(stranger))) {
      assertThat(reasons(VideoRouter.by("odd", (kind, all) -> answer), A, B))
          .containsExactly(
              "a: listed first, since order 'odd' named nobody", "b: order 'odd' named nobody");
    }
  }

  @Test
  void ownOrder_leavingAllButOneOut_saysThatTheOrderDid() {
    var first = VideoRouter.by("first", (kind, all) -> all.subList(0, 1));

    assertThat(reasons(first, A, B))
        .containsExactly(
            "a: the only one that order 'first' lets be asked", "b: left out by order 'first'");
  }

  private static Voice priced(String id, Price price) {
    return new Voice(id, price, Duration.ofSeconds(1), Capabilities.ANY, "");
  }

  private static Price range(String currency, String low, String high) {
    var of = Currency.getInstance(currency);
    return new Price.Range(new Money(new BigDecimal(low), of), new Money(new BigDecimal(high), of));
  }

  /** Everybody's id and reason, in the order of the decision. */
  private static List<String> reasons(VideoRouter policy, Voice... voices) {
    try (var ledger = Ledgers.inMemory()) {
      var router = new Router(ledger, policy, (kind, who) -> Health.unknown(kind, who.id()));
      var asked = new SpeechRequest("Hello.", Locale.ENGLISH, null, null, 0);
      return router.route("speech", Voice.named(voices), asked).decision().considered().stream()
          .map(RoutingReasonsTest::said)
          .toList();
    }
  }

  private static String said(Considered one) {
    return one.provider() + ": " + one.reason();
  }
}
