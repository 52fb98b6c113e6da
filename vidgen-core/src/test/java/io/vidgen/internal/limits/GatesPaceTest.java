package io.vidgen.internal.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How many calls an account takes in a minute, where nobody says so. */
class GatesPaceTest extends GatesFixture {
  @Test
  void refused_untilAMinuteAfterTheOldestCall_keepsThatManyInAMinuteFromThenOn() {
    for (int i = 1; i <= 4; i++) {
      take("a" + i);
      time.pass(SECOND);
    }
    ask(account(0, 0), "b1");
    turns.get("b1").refused(Duration.ofSeconds(56));
    end("b1");
    time.pass(Duration.ofSeconds(57));
    admitted.clear();

    ask(account(0, 0), "c1", "c2", "c3", "c4", "c5", "c6");
    for (int i = 1; i <= 6; i++) {
      time.pass(SECOND);
    }

    assertThat(admitted).as("as many as were taken").containsExactly("c1", "c2", "c3", "c4");
  }

  @Test
  void refused_untilSomeOtherTime_saysNothingOfTheMinute() {
    for (int i = 1; i <= 4; i++) {
      take("a" + i);
    }
    ask(account(0, 0), "b1");
    turns.get("b1").refused(Duration.ofSeconds(20));
    end("b1");
    time.pass(Duration.ofSeconds(20));
    admitted.clear();

    ask(account(0, 0), "c1", "c2", "c3", "c4", "c5", "c6");

    assertThat(admitted).hasSize(6);
  }

  @Test
  void accepted_paceKeptForAWhile_oneMoreIsTried() {
    for (int i = 1; i <= 2; i++) {
      take("a" + i);
    }
    ask(account(0, 0), "b1");
    turns.get("b1").refused(Duration.ofMinutes(1));
    end("b1");
    int most = 0;
    for (int minute = 0; minute < 3; minute++) {
      time.pass(Duration.ofSeconds(62));
      admitted.clear();
      ask(account(0, 0), "c" + minute, "d" + minute, "e" + minute, "f" + minute);
      for (var name : admitted.toArray(String[]::new)) {
        turns.get(name).accepted();
        end(name);
      }
      most = Math.max(most, admitted.size());
      for (var name : new String[] {"c", "d", "e", "f"}) {
        if (!admitted.contains(name + minute)) {
          turns.get(name + minute).withdraw();
        }
      }
    }

    assertThat(most).isEqualTo(3);
  }

  private void take(String name) {
    ask(account(0, 0), name);
    turns.get(name).accepted();
    end(name);
  }
}
