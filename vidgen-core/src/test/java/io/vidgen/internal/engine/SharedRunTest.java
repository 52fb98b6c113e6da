package io.vidgen.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SharedRunTest {
  private static final SharedRun.Terms TERMS = new SharedRun.Terms(Purse.OPEN, Set.of());

  private final Job one = new Job();
  private final Job two = new Job();
  private final SharedRun<String> run = new SharedRun<>(new Watcher(one), TERMS);

  @Test
  void seal_everyJobIsGivenUpAndHasNotLeftYet_sendsNothing() {
    assertThat(run.begin()).isTrue();
    one.givenUp = true;

    assertThatThrownBy(run::seal).isInstanceOf(InterruptedException.class);
    assertThat(run.join(new Watcher(two), TERMS)).as("who comes later needs a new run").isFalse();
  }

  @Test
  void seal_anotherJobWantsIt_goesOn() {
    assertThat(run.join(new Watcher(two), TERMS)).isTrue();
    assertThat(run.begin()).isTrue();
    one.givenUp = true;

    assertThatCode(run::seal).doesNotThrowAnyException();
  }

  @Test
  void begin_jobIsGivenUp_doesNot() {
    one.givenUp = true;

    assertThat(run.begin()).isFalse();
  }

  private static final class Job implements Watcher.Ear {
    private boolean givenUp;

    @Override
    public void progress(double fraction) {}

    @Override
    public void waits(Line line) {}

    @Override
    public void turnCame() {}

    @Override
    public void atRest() {}

    @Override
    public boolean isGivenUp() {
      return givenUp;
    }
  }
}
