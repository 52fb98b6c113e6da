package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.VideoPipelineBuilder;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderEvent;
import io.vidgen.job.Narrated;
import io.vidgen.job.RenderJob;
import io.vidgen.money.Money;
import io.vidgen.spi.Voice;
import io.vidgen.spi.VoiceGender;
import io.vidgen.testkit.EventLog;
import io.vidgen.testkit.FakeSpeechProvider;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** What these tests share. */
@Timeout(300)
abstract class FallbackFixture {
  static final Voice ANNE = Voice.of("anne", VoiceGender.FEMALE);

  static final Narrated ONE = Studio.narrated("Only one sentence.");

  final Studio studio = new Studio();

  final EventLog log = new EventLog();

  final FakeSpeechProvider first = voice("first", "1");

  final FakeSpeechProvider second = voice("second", "2");

  final FakeSpeechProvider third = FakeSpeechProvider.builder().id("third").voices(ANNE).build();

  @AfterEach
  void close() {
    studio.close();
  }

  /** Too long for anybody's patience, or, for one that is down, as its adapter says. */
  static Duration retry(FailureKind kind) {
    return kind == FailureKind.UNAVAILABLE ? Duration.ofSeconds(2) : Duration.ofSeconds(90);
  }

  List<String> reasons() {
    return log.of(RenderEvent.Routed.class).stream()
        .filter(event -> event.step().kind().equals("speech"))
        .flatMap(event -> event.decision().considered().stream())
        .map(considered -> considered.describe())
        .toList();
  }

  static Failure busy(int seconds) {
    return Failure.of(FailureKind.RATE_LIMITED, "slow down", "")
        .retryAfter(Duration.ofSeconds(seconds));
  }

  static FakeSpeechProvider voice(String id, String usd) {
    return FakeSpeechProvider.builder().id(id).voices(ANNE).price(Money.usd(usd)).build();
  }

  static void fail(FakeSpeechProvider voice, Failure failure, int times) {
    for (int i = 0; i < times; i++) {
      voice.calls().failNext(FakeSpeechProvider.SPEAK, new VidgenException(failure));
    }
  }

  VideoPipelineBuilder builder() {
    return studio.timed(first).speech(first, second, third).addListener(log);
  }

  RenderJob end(VideoPipelineBuilder builder) throws InterruptedException {
    return end(builder, ONE);
  }

  RenderJob end(VideoPipelineBuilder builder, Narrated request) throws InterruptedException {
    try (var pipeline = builder.build()) {
      var job = pipeline.submit(request);
      fly(job);
      return job;
    }
  }

  void fly(RenderJob job) throws InterruptedException {
    assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
  }

  static void assertUnordered(ThrowingCallable call) {
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
