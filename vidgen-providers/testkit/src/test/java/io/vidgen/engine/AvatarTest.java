package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.VidgenException;
import io.vidgen.job.Avatar;
import io.vidgen.job.JobState;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.job.Render;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Artifact;
import io.vidgen.model.Character;
import io.vidgen.model.Fingerprint;
import io.vidgen.model.Transition;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeSpeechProvider;
import io.vidgen.testkit.FakeTranscriptionProvider;
import io.vidgen.testkit.FakeVendor.Fault;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AvatarTest extends TalkingTest {
  private static final String[] THREE = {"One is first.", "Two comes after it.", "Three ends it."};

  private Avatar request(String... sentences) {
    return VideoRequest.avatar(Studio.script(sentences)).face(face).build();
  }

  @Test
  void render_script_buysOneClipForEachScene() throws Exception {
    assertThat(redone(request(THREE)))
        .containsExactly(
            "avatar-1",
            "avatar-2",
            "avatar-3",
            "captions",
            "finish",
            "import-face",
            "mix",
            "poster",
            "segment-1",
            "segment-2",
            "segment-3",
            "speech-1",
            "speech-2",
            "speech-3",
            "words-1",
            "words-2",
            "words-3");

    assertThat(vendor.charges()).hasSize(3);
  }

  @Test
  void render_oneSentenceChanged_buysOnlyItsClip() throws Exception {
    render(request(THREE));

    assertThat(redone(request("One is first.", "Deux comes after it.", "Three ends it.")))
        .containsExactly(
            "avatar-2", "captions", "finish", "mix", "segment-2", "speech-2", "words-2");

    assertThat(vendor.charges()).hasSize(4);
  }

  @Test
  void plan_beforeAndAfter_saysWhatIsDoneAndBought() throws Exception {
    var before = plan(request(THREE));
    assertThat(before.isRunnable()).isTrue();
    assertThat(before.price()).isEqualTo(Price.exactly(Money.usd("1.50")));
    assertThat(before.count(Action.BUY)).isEqualTo(3);
    assertThat(studio.ledger.all()).isEmpty();

    var render = render(request(THREE));

    assertThat(render.cost()).isEqualTo(before.price());
    var after = plan(request(THREE));
    assertThat(ids(before)).isEqualTo(ids(after)).hasSize(render.redone());
    assertThat(after.steps()).allMatch(step -> step.action() == Action.REUSE);
    assertThat(after.price()).isEqualTo(Price.free());
  }

  @Test
  void render_stoppedWhileTheVendorWorks_goesOnWithoutBuyingAgain() throws Exception {
    vendor.readyAfterPolls(Integer.MAX_VALUE);
    try (var pipeline = builder().build()) {
      var job = pipeline.submit(request("Only one."));
      assertThat(Studio.await(() -> job.state() == JobState.WAITING_REMOTE)).isTrue();
    }
    assertThat(plan(request("Only one.")).count(Action.RESUME)).isEqualTo(1);

    vendor.readyAfterPolls(1);
    render(request("Only one."));

    assertThat(vendor.charges()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(SubmitSafety.class)
  void render_answerLost_chargesOnce(SubmitSafety safety) throws Exception {
    vendor.onSubmit(new Fault.LoseAnswer());

    var job = end(builder().avatar(avatar(safety)), request("Only one."));
    end(builder().avatar(avatar(safety)), request("Only one."));

    boolean unknown = safety == SubmitSafety.AT_MOST_ONCE;
    assertThat(job.state()).isEqualTo(unknown ? JobState.NEEDS_ATTENTION : JobState.SUCCEEDED);
    assertThat(vendor.charges()).hasSize(1);
  }

  @Test
  void render_captionsOff_buysNothingAgain() throws Exception {
    render(request("Only one."));
    var plain =
        VideoRequest.avatar(Studio.script("Only one.")).face(face).withoutCaptions().build();

    assertThat(redone(plain)).containsExactly("finish", "poster", "segment-1");
    assertThat(vendor.charges()).hasSize(1);
  }

  @Test
  void render_avatarsOwnVoice_takesTheSoundOutOfTheClip() throws Exception {
    var request = VideoRequest.avatar("Two words.").presenter("amy").avatarVoice("clara").build();

    var steps = redone(request);

    assertThat(steps).contains("avatar-1", "audio-1-kept").doesNotContain("speech-1");
    assertThat(studio.speech.calls().total()).isZero();
    assertThat(manifest(render(request))).contains("INTERPOLATED");
  }

  @Test
  void render_avatarsOwnVoiceAndAnAligner_findsTheWords() throws Exception {
    var aligner = FakeTranscriptionProvider.aligner();
    var request = VideoRequest.avatar("Two words.").presenter("amy").avatarVoice("").build();

    var planned = plan(b -> b.transcription(aligner), request);
    var render = render(b -> b.transcription(aligner), request);

    assertThat(manifest(render)).contains("ALIGNED").doesNotContain("INTERPOLATED");
    assertThat(ids(planned)).hasSize(render.redone()).contains("transcription-1", "audio-1-speech");
  }

  @Test
  void render_noVoiceForTheLanguage_letsTheAvatarSpeak() throws Exception {
    var french = FakeSpeechProvider.builder().languages("fr").build();

    assertThat(redone(b -> b.speech(french), request("Only one."))).contains("audio-1-kept");
  }

  @Test
  void render_recordingWithoutText_isHeard() throws Exception {
    var recording = Files.writeString(directory.resolve("said.wav"), "sound");
    var recogniser = FakeTranscriptionProvider.recogniser("What was said");
    var request = VideoRequest.avatar(recording).face(face).build();

    var planned = plan(b -> b.transcription(recogniser), request);
    var render = render(b -> b.transcription(recogniser), request);

    assertThat(manifest(render)).contains("RECOGNISED");
    assertThat(ids(planned)).hasSize(render.redone());
    assertThat(Files.readString(render.file(Render.SRT))).contains("What was said");
    assertThat(studio.speech.calls().total()).isZero();
  }

  @Test
  void plan_recordingWithoutTextAndRecogniser_saysWhatHelps() throws Exception {
    var recording = Files.writeString(directory.resolve("said.wav"), "sound");
    var request = VideoRequest.avatar(recording).face(face);

    var problems = plan(request.build()).problems();

    assertThat(problems).anyMatch(p -> p.remedy().contains("give the text of the recording"));
    assertThat(plan(request.withoutCaptions().build()).isRunnable()).isTrue();
  }

  @Test
  void render_textTooLongForOneCall_becomesSeveralClipsWithHardCuts() throws Exception {
    var voice = FakeSpeechProvider.builder().maxTextLength(20).build();
    var script = Studio.script("One is first. Two comes after it.", "The end.");
    var fade = new Transition(Transition.Kind.FADE, 6);
    var request = VideoRequest.avatar(script).face(face).transition(fade).build();

    var steps = redone(b -> b.speech(voice), request);

    assertThat(steps)
        .contains("avatar-1-1", "avatar-1-2", "avatar-2", "segment-1-1", "transition-1")
        .doesNotContain("avatar-1");
    assertThat(asked(FakeComposer.SEGMENT)).hasSize(4);
    assertThat(manifest(render(b -> b.speech(voice), request)).split("\"number\"", -1)).hasSize(3);
  }

  @Test
  void render_fadeAndLead_neverLetLipsMoveBeforeTheVoice() throws Exception {
    var request =
        VideoRequest.avatar(Studio.script("One is first.", "Two comes."))
            .face(face)
            .transition(new Transition(Transition.Kind.FADE, 6))
            .pauses(Duration.ofMillis(200), Duration.ZERO)
            .build();

    render(request);

    assertThat(asked(FakeComposer.SEGMENT))
        .anyMatch(s -> s.contains("from=PT-0.2S]"))
        .anyMatch(s -> s.contains("from=PT-0.3S], offset=6"));
    assertThat(asked(FakeComposer.MIX).get(0)).contains("start=PT0.2S");
  }

  @Test
  void render_character_bringsFaceAndVoice() throws Exception {
    var picture = studio.ledger.artifacts();
    try (var pipeline = builder().build()) {
      var kept = pipeline.keep(face, "image/png");
      assertThat(picture.find(kept)).isPresent();
      var ann = new Character("ann", "Ann", "", "", List.of(kept), "alto", null, null);

      var steps = redone(VideoRequest.avatar("Hello.").character(ann).build());

      assertThat(steps).contains("avatar-1").doesNotContain("import-face");
    }
  }

  @Test
  void plan_characterWhosePictureIsGone_isAProblem() {
    var gone = new Artifact(new Fingerprint("ab".repeat(32)), "image/png", 1);
    var ann = new Character("ann", "Ann", "", "", List.of(gone), null, null, null);

    assertThat(fields(plan(VideoRequest.avatar("Hello.").character(ann).build())))
        .containsExactly("character");
  }

  @Test
  void build_speedOfSomebodyElsesVoice_isRefused() {
    var said = directory.resolve("said.wav");
    var requests =
        List.<Runnable>of(
            () -> VideoRequest.avatar("Hi.").face(face).speed(1.2).speech(said).build(),
            () -> VideoRequest.avatar("Hi.").face(face).speed(1.2).avatarVoice("").build(),
            () -> VideoRequest.lipSync(face).speed(1.2).speech(said).build());
    for (var request : requests) {
      assertThatThrownBy(request::run)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("speed");
    }
  }

  @Test
  void plan_everythingIsWrong_listsItAllAtOnceAndBuysNothing() {
    studio.composer.lacking("☃");
    var request =
        VideoRequest.avatar(Studio.script("A snowman ☃."))
            .face(directory.resolve("gone.png"))
            .music(directory.resolve("gone.mp3"))
            .build();
    var mute = avatar(SubmitSafety.AT_MOST_ONCE).able(Capabilities.ANY);

    assertThat(fields(plan(b -> b.avatar(mute), request)))
        .containsExactlyInAnyOrder("face", "script.scenes[0]", "avatar provider", "music");
    assertThatThrownBy(() -> render(b -> b.avatar(mute), request))
        .isInstanceOf(VidgenException.class);
    assertThat(studio.ledger.all()).isEmpty();
    assertThat(vendor.posts()).isZero();
  }

  @Test
  void plan_noFaceAndNothingToSay_namesBoth() {
    assertThat(fields(plan(VideoRequest.avatar(" ").build())))
        .containsExactlyInAnyOrder("face", "script.scenes[0]");
  }

  @Test
  void plan_noAvatarProvider_saysWhatIsMissing() {
    try (var pipeline = studio.builder().build()) {
      var problems = pipeline.plan(request("Only one.")).problems();
      assertThat(problems)
          .singleElement()
          .satisfies(p -> assertThat(p.field()).isEqualTo("avatar provider"))
          .satisfies(p -> assertThat(p.message()).contains("there is none"));
    }
  }

  @Test
  void plan_presenterAtAProviderWithout_saysWho() {
    var faces =
        avatar(SubmitSafety.AT_MOST_ONCE)
            .able(
                Capabilities.builder()
                    .addFeatures(Feature.FACE_PICTURE, Feature.SPEAKS_RECORDING)
                    .build());

    var problems =
        plan(b -> b.avatar(faces), VideoRequest.avatar("Hi.").presenter("amy").build()).problems();

    assertThat(problems)
        .anyMatch(p -> p.message().contains("presenters") && p.message().contains("fake-avatar"));
  }

  @Test
  void build_twoFacesOrVoices_areRefused() {
    assertThatThrownBy(() -> VideoRequest.avatar("Hi.").face(face).presenter("amy").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("presenter");
    assertThatThrownBy(() -> VideoRequest.avatar("Hi.").voice("a").avatarVoice("b").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("avatarVoice");
  }
}
