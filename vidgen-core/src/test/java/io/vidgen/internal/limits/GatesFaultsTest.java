package io.vidgen.internal.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Who waits in vain, who fails, and who is taken for over. */
class GatesFaultsTest extends GatesFixture {
  @Test
  void unused_saidTwice_givesOneRequestBack() {
    ask(account(2, 0), "a1", "a2", "a3", "a4");

    turns.get("a1").unused();
    turns.get("a1").unused();
    end("a1");

    assertThat(admitted).containsExactly("a1", "a2", "a3");
  }

  @Test
  void unused_pollOfAnOperation_doesNotGiveBackItsSubmit() {
    ask(account(1, 0), "a1", "a2");
    turns.get("a1").keep(Duration.ofMinutes(5));

    turns.get("a1").unused();
    end("a1");

    assertThat(admitted).containsExactly("a1");
  }

  @Test
  void end_whoIsNextIsBroken_doesNotHurtWhoEndsAndLosesNoPlace() {
    var account = account(0, 1);
    ask(gates, account, "alice", "a1");
    ask(other, account, "bob", "broken");
    ask(gates, account, "alice", "a2");

    end("a1");

    assertThat(admitted).containsExactly("a1", "broken", "a2");
  }

  @Test
  void refused_whoWaitsIsBroken_tellsTheOthers() {
    var account = account(0, 1);
    ask(gates, account, "alice", "a1");
    ask(other, account, "bob", "broken");
    ask(gates, account, "alice", "a2");

    turns.get("a1").refused(Duration.ofHours(2));

    assertThat(postponed).containsExactlyInAnyOrder("broken", "a2");
  }

  @Test
  void begin_timerOfTheFirstFails_anothersIsSet() {
    try (var broken =
        new Gates(
            time,
            (delay, work) -> {
              throw new IllegalStateException("no timer");
            })) {
      ask(gates, account(1, 0), "alice", "a1");
      ask(broken, account(1, 0), "bob", "b1");

      time.pass(Duration.ofSeconds(62));

      assertThat(admitted).containsExactly("a1", "b1");
    }
  }

  @Test
  void retire_pipelineThatCloses_leavesTheTimerToOthers() {
    var stopped = new AtomicBoolean();
    BiConsumer<Duration, Runnable> timer =
        (delay, work) ->
            time.later(
                delay,
                () -> {
                  if (!stopped.get()) {
                    work.run();
                  }
                });
    try (var closing = new Gates(time, timer)) {
      ask(closing, account(1, 0), "alice", "a1");
      ask(closing, account(1, 0), "alice", "a2");
      ask(other, account(1, 0), "bob", "b1");

      stopped.set(true);
      closing.retire();
      time.pass(Duration.ofSeconds(125));

      assertThat(admitted).containsExactlyInAnyOrder("a1", "a2", "b1");
    }
  }

  @Test
  void turnAll_serviceServesNobody_sendsAwayWhoCanAskSomebodyElse() {
    var account = account(0, 1);
    ask(account, "a1");
    ask(gates, account, replaceable("speech"), "a2");
    ask(other, account, replaceable("speech"), "b1");
    ask(gates, account, replaceable("clip"), "a3");
    ask(account, "a4");

    turns.get("a1").turnAll("speech", Failure.of(FailureKind.QUOTA, "no credit", ""));
    assertThat(turnedAway).containsExactlyInAnyOrder("a2", "b1");
    end("a1");
    end("a3");

    assertThat(admitted).containsExactly("a1", "a3", "a4");
  }

  @Test
  void turnAway_afterItsTurnCame_doesNothing() {
    ask(account(0, 1), "a1", "a2");
    var why = Failure.of(FailureKind.QUOTA, "no credit", "");

    turns.get("a1").turnAway(why);
    turns.get("a2").turnAway(why);
    end("a1");

    assertThat(turnedAway).containsExactly("a2");
    assertThat(admitted).containsExactly("a1");
  }

  @Test
  void keep_operationWhosePlaceWasGivenAway_countsAgain() {
    ask(account(0, 1), "a1");
    turns.get("a1").keep(SECOND);
    time.pass(SECOND.plus(SECOND));
    ask(account(0, 1), "a2", "a3");
    assertThat(admitted).containsExactly("a1", "a2");

    turns.get("a1").keep(Duration.ofMinutes(5));
    end("a2");
    assertThat(admitted).containsExactly("a1", "a2");

    end("a1");
    assertThat(admitted).containsExactly("a1", "a2", "a3");
  }

  @Test
  void close_whoSaidHowManyAtOnce_othersBeginCarefullyAgain() {
    ask(other, account(0, 10), "bob", "b1");
    for (int i = 1; i <= 30; i++) {
      ask(gates, account(0, 0), "alice", "a" + i);
    }
    assertThat(admitted).hasSize(10);

    other.close();

    assertThat(gates.left(account(0, 0)).orElseThrow().places()).isZero();
    assertThat(admitted).hasSize(10);
  }
}
