package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.VideoPipelineBuilder;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderEvent;
import io.vidgen.job.JobState;
import io.vidgen.job.Narrated;
import io.vidgen.job.Render;
import io.vidgen.job.RenderJob;
import io.vidgen.ledger.StepState;
import io.vidgen.money.Money;
import io.vidgen.routing.RoutingOrder;
import io.vidgen.routing.VideoRouter;
import io.vidgen.spi.Voice;
import io.vidgen.spi.VoiceGender;
import io.vidgen.testkit.EventLog;
import io.vidgen.testkit.FakeSpeechProvider;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** When another provider is asked instead, and when never. */
@Timeout(300)
class FallbackTest {
  private static final Voice ANNE = Voice.of("anne", VoiceGender.FEMALE);
  private static final Narrated ONE = Studio.narrated("Only one sentence.");

  private final Studio studio = new Studio();
  private final EventLog log = new EventLog();
  private final FakeSpeechProvider first = voice("first", "1");
  private final FakeSpeechProvider second = voice("second", "2");
  private final FakeSpeechProvider third =
      FakeSpeechProvider.builder().id("third").voices(ANNE).build();

  @AfterEach
  void close() {
    studio.close();
  }

  @ParameterizedTest
  @CsvSource({"UNAVAILABLE, 2", "RATE_LIMITED, 1", "QUOTA, 1", "AUTHENTICATION, 1"})
  void render_providerCannotServe_asksTheNext(FailureKind kind, int calls) throws Exception {
    fail(first, Failure.of(kind, "not now", "").retryAfter(retry(kind)), 5);

    var job = end(builder());

    assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(first.calls().total()).isEqualTo(calls);
    assertThat(second.calls().total()).isEqualTo(1);
    assertThat(third.calls().total()).isZero();
    assertThat(job.completion().toCompletableFuture().join().cost()).hasToString("USD 2.00");
    assertThat(log.of(RenderEvent.FellBack.class))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.step().provider()).isEqualTo("first");
              assertThat(event.provider()).isEqualTo("second");
              assertThat(event.failure().kind()).isEqualTo(kind);
            });
  }

  /** Too long for anybody's patience, or, for one that is down, as its adapter says. */
  private static Duration retry(FailureKind kind) {
    return kind == FailureKind.UNAVAILABLE ? Duration.ofSeconds(2) : Duration.ofSeconds(90);
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      mode = Mode.EXCLUDE,
      names = {"UNAVAILABLE", "RATE_LIMITED", "QUOTA", "AUTHENTICATION", "CANCELLED"})
  void render_anyOtherFailure_asksNobodyElse(FailureKind kind) throws Exception {
    boolean unknown = kind == FailureKind.UNKNOWN_OUTCOME;
    fail(first, Failure.of(kind, "so it is", "").charged(unknown ? null : false), 5);

    var job = end(builder());

    assertThat(job.state()).isEqualTo(unknown ? JobState.NEEDS_ATTENTION : JobState.FAILED);
    assertThat(job.failure().orElseThrow().kind()).isEqualTo(kind);
    assertThat(first.calls().total()).isEqualTo(1);
    assertThat(second.calls().total()).isZero();
    assertThat(log.of(RenderEvent.FellBack.class)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true", ", "})
  void render_downButPerhapsCharged_asksNobodyElse(Boolean charged) throws Exception {
    fail(first, Failure.of(FailureKind.UNAVAILABLE, "down", "").charged(charged), 5);

    assertThat(end(builder()).state()).isNotEqualTo(JobState.SUCCEEDED);

    assertThat(second.calls().total()).isZero();
  }

  @Test
  void render_unknownOutcomeBefore_staysWithItWhateverIsListed() throws Exception {
    fail(first, Failure.of(FailureKind.UNKNOWN_OUTCOME, "no answer", ""), 1);
    end(builder());

    var job = end(studio.timed(second).speech(second, first).addListener(log));

    assertThat(job.failure().orElseThrow().kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(first.calls().total()).isEqualTo(1);
    assertThat(second.calls().total()).isZero();
  }

  @Test
  void render_rateLimitedWithinPatience_waitsForTheFirst() throws Exception {
    fail(first, busy(20), 2);

    assertThat(end(builder()).state()).isEqualTo(JobState.SUCCEEDED);

    assertThat(first.calls().total()).isEqualTo(3);
    assertThat(second.calls().total()).isZero();
  }

  @Test
  void render_rateLimitedBeyondPatience_asksTheNextAfterAWhile() throws Exception {
    fail(first, busy(20), 9);
    var began = studio.time.instant();

    assertThat(end(builder()).state()).isEqualTo(JobState.SUCCEEDED);

    assertThat(first.calls().total()).isEqualTo(4);
    assertThat(second.calls().total()).isEqualTo(1);
    assertThat(Duration.between(began, studio.time.instant()))
        .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(75));
  }

  @Test
  void render_withoutFallback_failsAsEver() throws Exception {
    fail(first, Failure.of(FailureKind.QUOTA, "no credit", ""), 9);

    var job = end(builder().router(VideoRouter.listed().withoutFallback()));

    assertThat(job.failure().orElseThrow().kind()).isEqualTo(FailureKind.QUOTA);
    assertThat(second.calls().total()).isZero();
  }

  @Test
  void render_allFail_namesEveryReasonAndRemedy() throws Exception {
    fail(first, Failure.of(FailureKind.QUOTA, "no credit", "buy credit"), 9);
    fail(second, Failure.of(FailureKind.AUTHENTICATION, "wrong key", "set the key"), 9);
    fail(third, Failure.of(FailureKind.UNAVAILABLE, "is down", ""), 9);

    var job = end(builder());

    assertThatThrownBy(job::join)
        .isInstanceOfSatisfying(
            VidgenException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(FailureKind.QUOTA);
              assertThat(e.failure().message())
                  .isEqualTo(
                      "nobody could do speech-1 now: first: no credit; second: wrong key;"
                          + " third: is down");
              assertThat(e.failure().remedy()).isEqualTo("first: buy credit; second: set the key");
              assertThat(e.failure().charged()).isFalse();
              assertThat(e).hasCauseInstanceOf(VidgenException.class);
              assertThat(e.getSuppressed()).hasSize(2);
            });
    assertThat(studio.ledger.all())
        .filteredOn(step -> step.kind().equals("speech"))
        .allMatch(step -> step.state() == StepState.FAILED || step.provider().equals("third"));
  }

  @Test
  void render_fallbackEndsUnknown_saysSoAndGoesNoFurther() throws Exception {
    fail(first, Failure.of(FailureKind.QUOTA, "no credit", ""), 9);
    fail(second, Failure.of(FailureKind.UNKNOWN_OUTCOME, "no answer", ""), 1);

    var job = end(builder());

    assertThat(job.failure().orElseThrow().kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(job.failure().orElseThrow().message()).contains("first: no credit", "second: ");
    assertThat(third.calls().total()).isZero();
  }

  @Test
  void render_fellBackBefore_goesOnWithWhatIsBought() throws Exception {
    fail(first, Failure.of(FailureKind.QUOTA, "no credit", ""), 1);
    end(builder());

    assertThat(end(builder()).state()).isEqualTo(JobState.SUCCEEDED);

    assertThat(first.calls().total()).isEqualTo(1);
    assertThat(second.calls().total()).isEqualTo(1);
    try (var pipeline = builder().build()) {
      assertThat(pipeline.plan(ONE).steps())
          .filteredOn(step -> step.kind().equals("speech"))
          .allMatch(step -> step.provider().equals("second"));
    }
  }

  @Test
  void render_fellBack_isInTheManifest() throws Exception {
    fail(first, Failure.of(FailureKind.QUOTA, "no credit", ""), 1);

    var manifest = Files.readString(end(builder()).join().file(Render.MANIFEST));

    assertThat(manifest)
        .contains("\"version\" : 3", "\"verdict\" : \"FAILED\"", "\"reason\" : \"no credit\"")
        .contains("steps in for first: dearer (USD 2.00 against USD 1.00)");
  }

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

  private List<String> reasons() {
    return log.of(RenderEvent.Routed.class).stream()
        .filter(event -> event.step().kind().equals("speech"))
        .flatMap(event -> event.decision().considered().stream())
        .map(considered -> considered.describe())
        .toList();
  }

  private static Failure busy(int seconds) {
    return Failure.of(FailureKind.RATE_LIMITED, "slow down", "")
        .retryAfter(Duration.ofSeconds(seconds));
  }

  private static FakeSpeechProvider voice(String id, String usd) {
    return FakeSpeechProvider.builder().id(id).voices(ANNE).price(Money.usd(usd)).build();
  }

  private static void fail(FakeSpeechProvider voice, Failure failure, int times) {
    for (int i = 0; i < times; i++) {
      voice.calls().failNext(FakeSpeechProvider.SPEAK, new VidgenException(failure));
    }
  }

  private VideoPipelineBuilder builder() {
    return studio.timed(first).speech(first, second, third).addListener(log);
  }

  private RenderJob end(VideoPipelineBuilder builder) throws InterruptedException {
    return end(builder, ONE);
  }

  private RenderJob end(VideoPipelineBuilder builder, Narrated request)
      throws InterruptedException {
    try (var pipeline = builder.build()) {
      var job = pipeline.submit(request);
      fly(job);
      return job;
    }
  }

  private void fly(RenderJob job) throws InterruptedException {
    assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
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

  private static void assertUnordered(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            VidgenException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
              assertThat(e.failure().message()).contains("order 'mine'", "speech");
              assertThat(e.failure().remedy()).isNotBlank();
            });
  }
}
