package io.vidgen.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ThreadsTest {
  @Test
  void virtual_anyJava_isThereFrom24OnAndRuns() throws Exception {
    var factory = Threads.virtual("vidgen-some");

    assertThat(factory.isPresent()).isEqualTo(Runtime.version().feature() >= 24);
    if (factory.isPresent()) {
      var ran = new AtomicReference<String>();
      var thread = factory.get().newThread(() -> ran.set(Thread.currentThread().getName()));
      thread.start();
      thread.join();
      assertThat(ran).hasValue("vidgen-some-1");
      assertThat(thread.isDaemon()).isTrue();
    }
  }

  @Test
  void daemons_always_numberTheirThreads() {
    var factory = Threads.daemons("vidgen-some");

    assertThat(factory.newThread(() -> {}).getName()).isEqualTo("vidgen-some-1");
    var second = factory.newThread(() -> {});
    assertThat(second.getName()).isEqualTo("vidgen-some-2");
    assertThat(second.isDaemon()).isTrue();
  }
}
