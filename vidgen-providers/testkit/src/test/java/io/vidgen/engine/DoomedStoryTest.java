package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.job.Chaining;
import io.vidgen.job.JobState;
import io.vidgen.model.Scene;
import io.vidgen.spi.AccountLimits;
import io.vidgen.testkit.FakeVendor.Fault;
import io.vidgen.testkit.FakeVideoProvider;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Stories that cannot be finished any more, while clips of theirs wait for their turn. */
class DoomedStoryTest extends StoryFixture {

  @Test
  void render_clipRefusedWithoutAnAnswer_buysNoneOfThoseThatWait() throws Exception {
    var scenes =
        IntStream.rangeClosed(1, 6)
            .mapToObj(i -> scene(visual(i), 1, "Mia", "Line " + i + "."))
            .toArray(Scene[]::new);
    var camera = new LimitedCamera(videos, new AccountLimits(0, 1));
    try (var pipeline = builder().videos(camera).build()) {
      var job = pipeline.submit(story(scenes).chaining(Chaining.SEPARATE).build());
      assertThat(Studio.await(() -> vendor.posts() == 1)).isTrue();

      // Time must not fly here: a place is given back after a while, whoever has it.
      assertThat(studio.time.awaitTimers(2, Studio.PATIENCE)).isTrue();
      studio.time.advance(Duration.ofSeconds(6));

      assertThat(Studio.await(() -> job.state() == JobState.FAILED)).isTrue();
      assertThat(job.failure().orElseThrow().kind()).isEqualTo(FailureKind.CONTENT_FILTERED);
    }
    assertThat(vendor.posts()).isEqualTo(1);
  }

  @Test
  void render_clipFails_buysNoneOfThoseThatWait() throws Exception {
    vendor.onSubmit(new Fault.Refuse(Failure.of(FailureKind.INVALID_REQUEST, "no", "")));
    var camera = new LimitedCamera(videos, new AccountLimits(0, 1));

    var job = end(builder().videos(camera), story(6).chaining(Chaining.SEPARATE).build());

    assertThat(job.failure().orElseThrow().kind()).isEqualTo(FailureKind.INVALID_REQUEST);
    assertThat(vendor.posts()).isEqualTo(1);
  }

  private static String visual(int scene) {
    return scene == 1 ? "bad " + FakeVideoProvider.FILTERED : "picture " + scene;
  }
}
