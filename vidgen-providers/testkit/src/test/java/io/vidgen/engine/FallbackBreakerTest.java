package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.job.JobState;
import io.vidgen.routing.RoutingOrder;
import io.vidgen.routing.VideoRouter;
import io.vidgen.testkit.FakeSpeechProvider;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is asked when somebody is down for long, or nobody can be chosen. */
class FallbackBreakerTest extends FallbackFixture {
  @Test
  void render_manyScenesAtOneThatIsDown_stopAskingItSoon() throws Exception {
    fail(first, Failure.of(FailureKind.UNAVAILABLE, "down", ""), 99);
    var sentences = Collections.nCopies(12, "Sentence.").toArray(String[]::new);
    for (int i = 0; i < sentences.length; i++) {
      sentences[i] = "Sentence number " + i + ".";
    }

    var job = end(builder(), Studio.narrated(sentences));

    assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(second.calls().total()).isEqualTo(12);
    assertThat(first.calls().total()).isBetween(5, 8);
  }

  @Test
  void render_breakerOpens_isPassedOverUntilItIsWellAgain() throws Exception {
    fail(first, Failure.of(FailureKind.UNAVAILABLE, "down", ""), 5);
    try (var pipeline = builder().build()) {
      for (int i = 0; i < 3; i++) {
        fly(pipeline.submit(Studio.narrated("Sentence number " + i + ".")));
      }
      assertThat(first.calls().total()).isEqualTo(5);
      assertThat(pipeline.health())
          .filteredOn(health -> health.provider().equals("first"))
          .singleElement()
          .satisfies(
              health -> {
                assertThat(health.resting()).isTrue();
                assertThat(health.calls()).isEqualTo(5);
                assertThat(health.failureRate()).isEqualTo(1);
              });

      fly(pipeline.submit(Studio.narrated("While it rests.")));
      assertThat(first.calls().total()).isEqualTo(5);
      assertThat(reasons()).contains("first: passed over: failed too often just now");

      studio.time.advance(Duration.ofSeconds(31));
      fly(pipeline.submit(Studio.narrated("Well again.")));
      assertThat(first.calls().total()).isEqualTo(6);
      assertThat(pipeline.health()).noneMatch(health -> health.resting());
    }
  }

  @Test
  void plan_languageThatNobodySpeaks_isAnErrorBeforeAnythingRuns() {
    var german = FakeSpeechProvider.builder().id("german").languages("de").build();
    var french = FakeSpeechProvider.builder().id("french").languages("fr").build();
    try (var pipeline = studio.builder().speech(german, french).build()) {
      assertThat(pipeline.plan(ONE).isRunnable()).isFalse();
      assertThatThrownBy(() -> pipeline.submit(ONE))
          .isInstanceOf(VidgenException.class)
          .hasMessageContaining("no voice speaks en")
          .hasMessageContaining("german");
    }
    assertThat(german.calls().total() + french.calls().total()).isZero();
    assertThat(studio.images.calls().total()).isZero();
  }

  @Test
  void render_routerBySetting_choosesByIt() throws Exception {
    assertThat(end(builder().speech(second, first).option("vidgen.router", "cheapest")).state())
        .isEqualTo(JobState.SUCCEEDED);

    assertThat(first.calls().total()).isEqualTo(1);
    assertThat(second.calls().total()).isZero();
    assertThat(reasons()).contains("first: chosen: cheapest of 2 (USD 1.00)");
  }

  @Test
  void build_routerThatNobodyKnows_isAnError() {
    assertThatThrownBy(() -> builder().option("vidgen.router", "nearest").build())
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("there is no router 'nearest'")
        .hasMessageContaining("best-quality");
  }

  @Test
  void plan_ownOrderFails_saysWhichOne() {
    RoutingOrder broken =
        (kind, all) -> {
          throw new IllegalStateException("no table");
        };
    for (var order : List.of(broken, (RoutingOrder) (kind, all) -> null)) {
      try (var pipeline = builder().router(VideoRouter.by("mine", order)).build()) {
        assertUnordered(() -> pipeline.plan(ONE));
        assertUnordered(() -> pipeline.render(ONE));
      }
    }
    assertThat(first.calls().total()).isZero();
  }
}
