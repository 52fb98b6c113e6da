package io.vidgen.internal.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.AccountUse;
import io.vidgen.spi.ProviderAccount;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatesTest extends GatesFixture {
  @Test
  void begin_morePlacesThanCalls_allGo() {
    ask(account(0, 3), "a1", "a2", "a3");

    assertThat(admitted).containsExactly("a1", "a2", "a3");
  }

  @Test
  void begin_noPlaceLeft_waitsUntilOneEnds() {
    ask(account(0, 2), "a1", "a2", "a3", "a4");
    assertThat(admitted).containsExactly("a1", "a2");

    end("a2");

    assertThat(admitted).containsExactly("a1", "a2", "a3");
  }

  @Test
  void begin_moreRequestsThanAMinuteAllows_goesOnAMinuteLater() {
    ask(account(2, 0), "a1");
    time.pass(Duration.ofSeconds(30));
    ask(account(2, 0), "a2", "a3", "a4");
    assertThat(admitted).containsExactly("a1", "a2");

    time.pass(Duration.ofSeconds(32));
    assertThat(admitted).as("no 60 seconds hold three").containsExactly("a1", "a2", "a3");

    time.pass(Duration.ofSeconds(32));
    assertThat(admitted).containsExactly("a1", "a2", "a3", "a4");
  }

  @Test
  void begin_ownersOfUnequalSize_takeTurns() {
    var account = account(0, 1);
    ask(account, "x");
    for (int i = 1; i <= 1000; i++) {
      ask(gates, account, "alice", "a" + i);
    }
    ask(gates, account, "bob", "b1");

    for (var done : List.of("x", "a1", "b1", "a2")) {
      end(done);
    }

    assertThat(admitted).containsExactly("x", "a1", "b1", "a2", "a3");
  }

  @Test
  void begin_ofTwoPipelines_shareTheAccount() {
    var account = account(0, 2);
    ask(gates, account, "alice", "a1");
    ask(other, account, "bob", "b1");
    ask(other, account, "bob", "b2");
    assertThat(admitted).containsExactly("a1", "b1");

    end("a1");

    assertThat(admitted).containsExactly("a1", "b1", "b2");
  }

  @Test
  void begin_anotherAccount_doesNotWait() {
    ask(account(0, 1), "a1", "a2");
    ask(gates, new ProviderAccount("other", new AccountLimits(0, 1)), "alice", "b1");

    assertThat(admitted).containsExactly("a1", "b1");
  }

  @Test
  void begin_pipelineByAnotherClock_doesNotShare() {
    var elsewhere = new HandTime();
    try (var far = new Gates(elsewhere, elsewhere::later)) {
      ask(account(0, 1), "a1", "a2");
      ask(far, account(0, 1), "bob", "b1");
    }

    assertThat(admitted).containsExactly("a1", "b1");
  }

  @Test
  void begin_pipelinesByTheTimeOfDay_shareWhateverTheirClock() {
    try (var one = new Gates(InstantSource.system(), time::later);
        var two = new Gates(Clock.systemDefaultZone(), time::later)) {
      ask(one, account(0, 1), "alice", "a1");
      ask(two, account(0, 1), "bob", "b1");

      assertThat(admitted).containsExactly("a1");
    }
  }

  @Test
  void withdraw_whileItWaits_goesWithoutAPlace() {
    ask(account(0, 1), "a1", "a2", "a3");

    turns.get("a2").withdraw();
    assertThat(admitted).containsExactly("a1", "a2");
    end("a2");
    assertThat(admitted).as("it held nothing").containsExactly("a1", "a2");

    end("a1");
    assertThat(admitted).containsExactly("a1", "a2", "a3");
  }

  @Test
  void withdraw_afterItsTurnCame_doesNothing() {
    ask(account(0, 1), "a1", "a2");

    turns.get("a1").withdraw();

    assertThat(admitted).containsExactly("a1");
  }

  @Test
  void close_pipelineWithPlacesAndWaiters_leavesThemToOthers() {
    var account = account(0, 1);
    ask(other, account, "bob", "b1");
    ask(other, account, "bob", "b2");
    ask(gates, account, "alice", "a1");

    other.close();

    assertThat(admitted).containsExactly("b1", "a1");
  }

  @Test
  void close_pipelineWhoseTimerIsSet_leavesNobodyWaitingForEver() {
    var dead = new ArrayList<Runnable>();
    var account = account(1, 0);
    try (var mute = new Gates(time, (delay, work) -> dead.add(work))) {
      ask(mute, account, "bob", "b1");
      ask(mute, account, "bob", "b2");
      ask(gates, account, "alice", "a1");
    }
    time.pass(Duration.ofSeconds(62));

    assertThat(admitted).containsExactly("b1", "a1");
  }

  @Test
  void close_lastPipeline_forgetsWhatWasLearned() {
    ask(account(0, 0), "a1");
    turns.get("a1").refused(Duration.ofMinutes(10));
    gates.close();

    ask(other, account(0, 0), "bob", "b1");

    assertThat(admitted).containsExactly("a1", "b1");
  }

  @Test
  void running_operationFoundInTheLedger_takesAPlaceAtOnce() {
    var account = account(0, 1);
    ask(account, "a1");
    var found = gates.running(account, Duration.ofMinutes(5));
    ask(account, "a2");
    end("a1");
    assertThat(admitted).containsExactly("a1");

    found.end();

    assertThat(admitted).containsExactly("a1", "a2");
  }

  @Test
  void keep_operationThatNobodyFollows_isOverAfterItsTime() {
    ask(account(0, 1), "a1");
    turns.get("a1").keep(Duration.ofMinutes(5));
    ask(account(0, 1), "a2");
    time.pass(Duration.ofMinutes(4));
    assertThat(admitted).containsExactly("a1");

    time.pass(Duration.ofMinutes(1).plus(SECOND));

    assertThat(admitted).containsExactly("a1", "a2");
  }

  @Test
  void refused_withADelay_holdsUpEverybody() {
    var account = account(0, 5);
    ask(account, "a1");
    turns.get("a1").refused(Duration.ofSeconds(20));
    end("a1");
    ask(other, account, "bob", "b1");
    time.pass(Duration.ofSeconds(19));
    assertThat(admitted).containsExactly("a1");

    time.pass(SECOND);

    assertThat(admitted).containsExactly("a1", "b1");
  }

  @Test
  void refused_forLongerThanAnybodyWaits_tellsThem() {
    ask(account(0, 1), "a1", "a2", "a3");

    turns.get("a1").refused(Duration.ofHours(2));
    end("a1");
    ask(account(0, 1), "a4");

    assertThat(postponed).containsExactly("a2", "a3", "a4");
    assertThat(admitted).containsExactly("a1");
  }

  @Test
  void refused_withoutADelay_halvesWhatRunsAtOnce() {
    for (int i = 1; i <= 20; i++) {
      ask(account(0, 0), "a" + i);
    }
    assertThat(admitted).as("it begins carefully").hasSize(8);
    admitted.clear();

    for (int i = 1; i <= 8; i++) {
      turns.get("a" + i).refused(null);
      end("a" + i);
    }
    assertThat(admitted).isEmpty();
    time.pass(SECOND);

    assertThat(admitted).containsExactly("a9", "a10", "a11", "a12");
  }

  @Test
  void accepted_placesNotKnown_takesMoreEachTime() {
    for (int i = 1; i <= 20; i++) {
      ask(account(0, 0), "a" + i);
    }

    for (int i = 1; i <= 8; i++) {
      turns.get("a" + i).accepted();
    }

    assertThat(admitted).as("none of them is over").hasSize(16);
  }

  @Test
  void observed_placesOfThePlan_countFromThenOn() {
    for (int i = 1; i <= 20; i++) {
      ask(account(0, 0), "a" + i);
    }
    turns.get("a1").observed(use(0, 10));
    assertThat(admitted).hasSize(10);

    turns.get("a1").observed(use(0, 2));
    for (int i = 1; i <= 9; i++) {
      end("a" + i);
    }

    assertThat(admitted).as("one runs, of two that may").hasSize(11);
  }

  @Test
  void observed_moreThanTheUserAllows_isNotTaken() {
    ask(account(0, 2), "a1", "a2", "a3");

    turns.get("a1").observed(use(0, 10));

    assertThat(admitted).containsExactly("a1", "a2");
  }

  @Test
  void observed_requestsUsedUpByOthers_waitsForTheReset() {
    ask(account(0, 0), "a1");
    turns.get("a1").observed(new AccountUse(new AccountLimits(50, 0), 0, Duration.ofSeconds(20)));
    ask(account(0, 0), "a2");
    assertThat(gates.left(account(0, 0)).orElseThrow().pause()).isEqualTo(Duration.ofSeconds(20));

    time.pass(Duration.ofSeconds(19));
    assertThat(admitted).containsExactly("a1");
    time.pass(SECOND);

    assertThat(admitted).containsExactly("a1", "a2");
  }

  @Test
  void unused_turn_givesItsRequestBack() {
    ask(account(1, 0), "a1", "a2");

    turns.get("a1").unused();
    end("a1");

    assertThat(admitted).containsExactly("a1", "a2");
  }

  @Test
  void left_saysWhatTheAccountWouldTake() {
    assertThat(gates.left(account(10, 3))).isEmpty();
    ask(account(10, 3), "a1");

    assertThat(gates.left(account(10, 3))).hasValue(new AccountLeft(9, 2, Duration.ZERO, 0));
    assertThat(other.left(account(10, 3))).as("whoever asks").isPresent();
  }

  @Test
  void begin_tenThousandWaiters_eachGoesOnceAndInTurn() {
    var account = account(0, 1);
    ask(account, "x");
    for (int i = 0; i < 10_000; i++) {
      ask(gates, account, "owner" + i % 100, "w" + i);
    }
    for (int i = 0; i < 10_000; i += 2) {
      turns.get("w" + i).withdraw();
    }
    admitted.clear();

    end("x");
    for (int i = 0; i < admitted.size(); i++) {
      end(admitted.get(i));
    }

    assertThat(admitted).hasSize(5000).doesNotHaveDuplicates();
    assertThat(admitted.subList(0, 50).stream().map(w -> Integer.parseInt(w.substring(1)) % 100))
        .doesNotHaveDuplicates();
  }
}
