package io.vidgen.google.internal.veo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.google.GoogleOptions;
import io.vidgen.google.GoogleOptionsBuilder;
import io.vidgen.google.VeoOptions;
import io.vidgen.model.RemoteOperation;
import io.vidgen.spi.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When Google is asked, on a clock that only the test moves. */
final class PollTimesTest {
  private static final Instant SUBMIT = Instant.parse("2026-11-01T12:00:00Z");
  private static final RemoteOperation CLIP =
      new RemoteOperation("veo", "models/veo/operations/a", SUBMIT, Map.of());
  private Instant now = SUBMIT;

  @ParameterizedTest
  @CsvSource({
    "PT0S,PT10S", // a process that resumes at once waits for the first poll
    "PT4S,PT6S",
    "PT-1H,PT10S", // submitted by a machine whose clock is ahead
    "PT10S,PT1S",
    "PT50S,PT1S",
    "PT75S,PT1.5S",
    "PT6M,PT7.2S",
    "PT30M,PT10S"
  })
  void next_ageOfTheClip_isTwoPercentOfIt(Duration age, Duration delay) {
    now = SUBMIT.plus(age);

    assertThat(times(Duration.ofSeconds(10)).next(CLIP)).isEqualTo(delay);
  }

  @ParameterizedTest
  @CsvSource({"PT10S,11,60", "PT10S,24,360", "PT1S,2,6"})
  void polls_chainsOfClips_addAtMostTwoPercentAndAskSeldom(Duration first, int least, int most) {
    var times = times(first);
    var random = new SplittableRandom(7);
    long vendor = 0;
    long wall = 0;
    int polls = 0;
    for (int clip = 0; clip < 2000; clip++) {
      long latency = random.nextLong(least * 1000L, most * 1000L);
      now = SUBMIT.plus(times.first());
      for (polls++; now.isBefore(SUBMIT.plusMillis(latency)); polls++) {
        now = now.plus(times.next(CLIP));
      }
      vendor += latency;
      wall += Duration.between(SUBMIT, now).toMillis();
    }

    assertThat(wall / (double) vendor).isLessThan(1.02);
    assertThat(polls / 2000).isLessThan(110);
  }

  @Test
  void next_googleSaidTooMany_keepsToThePagesDistanceForAWhile() {
    var times = times(Duration.ofSeconds(10));
    now = SUBMIT.plusSeconds(30);
    times.refused();

    assertThat(times.next(CLIP)).isEqualTo(Duration.ofSeconds(10));
    now = SUBMIT.plus(Duration.ofMinutes(11));
    var later = new RemoteOperation("veo", CLIP.id(), now.minusSeconds(30), Map.of());
    assertThat(times.next(later)).isEqualTo(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @CsvSource({"PT10S,PT15S", "PT1S,PT1.5S", "PT30S,PT15S"})
  void next_platform_isThatOfItsSamplesOrLess(Duration first, Duration delay) {
    var platform = GoogleOptions.platform("films", "us-central1");
    now = SUBMIT.plusSeconds(100);

    assertThat(times(platform, first).next(CLIP)).isEqualTo(delay);
  }

  private PollTimes times(Duration first) {
    return times(GoogleOptions.builder(Secret.of("key-0815")), first);
  }

  private PollTimes times(GoogleOptionsBuilder google, Duration first) {
    return new PollTimes(VeoOptions.builder(google.build()).firstPoll(first).build(), () -> now);
  }
}
