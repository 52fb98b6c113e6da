package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Problem;
import io.vidgen.job.VideoRequest;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeSpeechProvider;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A provider who is added later buys nothing a second time; and texts are cut as avatars need. */
class AddedProviderTest extends TalkingTest {
  private static final String LONG = "One is first. Two comes after it. Three ends it all now.";

  @Test
  void render_voiceAdded_keepsTheAvatarsOwn() throws Exception {
    var french = FakeSpeechProvider.builder().languages("fr").build();
    var request = VideoRequest.avatar("Only one sentence.").face(face).build();
    render(b -> b.speech(french), request);

    assertThat(redone(b -> b.speech(studio.speech), request)).isEmpty();
    assertThat(vendor.charges()).hasSize(1);
  }

  @Test
  void render_avatarStillWorksAndVoiceAdded_goesOnWithTheAvatarsOwn() throws Exception {
    var french = FakeSpeechProvider.builder().languages("fr").build();
    var request = VideoRequest.avatar("Only one sentence.").face(face).build();
    vendor.readyAfterPolls(Integer.MAX_VALUE);
    try (var pipeline = builder().speech(french).build()) {
      var job = pipeline.submit(request);
      assertThat(Studio.await(() -> vendor.charges().size() == 1)).isTrue();
      assertThat(job.state().isTerminal()).isFalse();
    }
    vendor.readyAfterPolls(1);

    render(request);

    assertThat(vendor.charges()).hasSize(1);
  }

  @Test
  void render_voiceWithAnotherLimitAdded_keepsTheCuts() throws Exception {
    var first = FakeSpeechProvider.builder().id("first").maxTextLength(20).build();
    var added = FakeSpeechProvider.builder().id("added").maxTextLength(40).build();
    var request = VideoRequest.avatar(LONG).face(face).build();
    render(b -> b.speech(first), request);
    int bought = vendor.charges().size();

    assertThat(redone(b -> b.speech(added, first), request)).isEmpty();
    assertThat(vendor.charges()).hasSize(bought).hasSizeGreaterThan(1);
  }

  @Test
  void render_avatarWithAnotherLimitAdded_keepsTheCuts() throws Exception {
    var able =
        Capabilities.builder()
            .addFeatures(Feature.PRESENTERS, Feature.SPEAKS_TEXT)
            .maxTextLength(20)
            .build();
    var first = avatar(SubmitSafety.RECONCILABLE).able(able);
    var added = StrictAvatar.of(avatar(SubmitSafety.RECONCILABLE), 1);
    var request = VideoRequest.avatar(LONG).presenter("amy").avatarVoice("").build();
    render(b -> b.avatar(first), request);
    int bought = vendor.charges().size();

    assertThat(redone(b -> b.avatar(added, first), request)).isEmpty();
    assertThat(vendor.charges()).hasSize(bought).hasSizeGreaterThan(1);
  }

  @Test
  void render_recordingOverWhatTheAvatarSaysOfItself_isCut() throws Exception {
    var able =
        Capabilities.builder()
            .addFeatures(Feature.FACE_PICTURE, Feature.SPEAKS_RECORDING)
            .durations(Duration.ZERO, Duration.ofSeconds(3))
            .build();

    render(
        b -> b.avatar(avatar(SubmitSafety.RECONCILABLE).able(able)),
        VideoRequest.avatar(LONG).face(face).build());

    assertThat(asked(FakeComposer.SEGMENT)).hasSizeGreaterThan(1);
  }

  @Test
  void plan_recordingOverWhatTheAvatarsChecksTake_isCut() {
    var text = "These are five plain words. ".repeat(40);
    var strict = StrictAvatar.of(avatar(SubmitSafety.RECONCILABLE), 1_000_000);

    var plan = plan(b -> b.avatar(strict), VideoRequest.avatar(text).face(face).build());

    assertThat(plan.problems()).noneMatch(p -> p.severity() == Problem.Severity.ERROR);
    assertThat(plan.problems()).noneMatch(p -> p.message().contains("bytes are too many"));
    assertThat(ids(plan)).contains("avatar-1-2").doesNotContain("avatar-1");
  }
}
