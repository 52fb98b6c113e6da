package io.vidgen.internal.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What those who wait are told, and how long they wait. */
class GatesPatienceTest extends GatesFixture {
  @Test
  void begin_turnComesAtOnce_isNotToldToWait() {
    ask(account(0, 2), "a1", "a2");

    assertThat(waiting).isEmpty();
  }

  @Test
  void begin_fullAccount_isToldWhatForAndHowManyGoFirst() {
    ask(account(0, 1), "a1", "a2", "a3");

    assertThat(waiting).containsExactly("a2 AT_ONCE 0", "a3 AT_ONCE 1");
  }

  @Test
  void begin_requestsUsedUp_isToldSo() {
    ask(account(1, 0), "a1", "a2");

    assertThat(waiting).containsExactly("a2 PER_MINUTE 0");
  }

  @Test
  void begin_whileTheVendorWantsAPause_isToldSo() {
    ask(account(0, 5), "a1");
    turns.get("a1").refused(Duration.ofSeconds(20));

    ask(account(0, 5), "a2");

    assertThat(waiting).containsExactly("a2 PAUSE 0");
  }

  @Test
  void begin_severalOwners_countsThoseThatGoFirstAsTheyTakeTurns() {
    var account = account(0, 1);
    ask(account, "a0", "a1", "a2", "a3");
    ask(gates, account, "bob", "b1");
    ask(gates, account, "bob", "b2");
    ask(gates, account, "carol", "c1");
    waiting.clear();

    ask(gates, account, "bob", "b3");
    ask(gates, account, "dora", "d1");
    ask(gates, account, "alice", "a4");

    assertThat(waiting)
        .containsExactly(
            "b3 AT_ONCE 6", // a1 b1 c1 a2 b2 a3
            "d1 AT_ONCE 3", // a1 b1 c1
            "a4 AT_ONCE 8"); // all others, but the last of nobody
  }

  @Test
  void refused_againAndAgainForLongerThanThePatience_sendsAwayWhoHasAnother() {
    var account = account(0, 1);
    ask(account, "a1");
    ask(gates, account, replaceable("speech"), "r1");
    ask(account, "a2");
    for (var turn : new String[] {"a1", "r1"}) {
      turns.get(turn).refused(Duration.ofSeconds(40));
      end(turn);
      ask(gates, account, replaceable("speech"), "after " + turn);
      time.pass(Duration.ofSeconds(41));
    }
    assertThat(admitted).as("each pause is short").containsExactly("a1", "r1", "a2");
    assertThat(postponed).as("together they are not").containsExactly("after a1");
    assertThat(waiting).as("who has just come has patience").contains("after r1 PAUSE 1");
  }

  @Test
  void refused_betweenCallsThatAreTaken_isNoReasonToGo() {
    var account = account(0, 1);
    ask(account, "a1", "a2", "a3");
    ask(gates, account, replaceable("speech"), "r1");
    for (var turn : new String[] {"a1", "a2", "a3"}) {
      turns.get(turn).accepted();
      turns.get(turn).refused(Duration.ofSeconds(40));
      end(turn);
      time.pass(Duration.ofSeconds(41));
    }

    assertThat(postponed).isEmpty();
    assertThat(admitted).containsExactly("a1", "a2", "a3", "r1");
  }

  @Test
  void begin_fullAccountThatServes_isWaitedForHoweverLong() {
    ask(account(0, 1), "a1");
    ask(gates, account(0, 1), replaceable("speech"), "r1");

    time.pass(Duration.ofHours(3));
    end("a1");

    assertThat(admitted).containsExactly("a1", "r1");
  }

  @Test
  void begin_patienceInLine_isSentAwayWhenItIsOver() {
    ask(account(0, 1), "a1");
    var wish = inLine(Duration.ofSeconds(90));
    ask(gates, account(0, 1), wish, "r1");
    ask(account(0, 1), "a2");

    time.pass(Duration.ofSeconds(89));
    assertThat(outstayed).isEmpty();
    time.pass(SECOND);
    assertThat(outstayed).containsExactly("r1");

    end("a1");
    assertThat(admitted).containsExactly("a1", "a2");
  }

  @Test
  void begin_patienceInLineAndTheTurnComes_isNotSentAway() {
    ask(account(0, 1), "a1");
    var wish = inLine(Duration.ofSeconds(90));
    ask(gates, account(0, 1), wish, "r1");
    end("a1");

    time.pass(Duration.ofSeconds(91));

    assertThat(admitted).containsExactly("a1", "r1");
    assertThat(outstayed).isEmpty();
  }

  @Test
  void begin_onceMoreAfterRefusals_hasTheRestOfItsPatience() {
    var account = account(0, 1);
    ask(account, "a1");
    turns.get("a1").refused(Duration.ofSeconds(40));
    end("a1");
    time.pass(Duration.ofSeconds(41));
    var wish =
        new Turn.Wish("alice", "speech", true, Duration.ofSeconds(41), Duration.ofMinutes(1), null);
    ask(gates, account, wish, "again");
    assertThat(admitted).containsExactly("a1", "again");
    turns.get("again").refused(Duration.ofSeconds(40));
    end("again");

    ask(gates, account, wish, "for the third time");

    assertThat(postponed).containsExactly("for the third time");
  }

  private static Turn.Wish inLine(Duration time) {
    return new Turn.Wish("alice", "speech", true, Duration.ZERO, Duration.ofHours(1), time);
  }
}
