package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipeline;
import io.vidgen.job.Avatar;
import io.vidgen.job.Captioned;
import io.vidgen.job.LipSync;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Script;
import io.vidgen.model.Transition;
import io.vidgen.spi.AvatarProvider;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.testkit.FakeTranscriptionProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The code of docs/avatar.md and docs/captioned.md. */
class TalkingDocTest extends TalkingTest {

  @Test
  void sample_avatar_speaks() throws Exception {
    // tag::avatar
    Avatar request = VideoRequest.avatar("Hello, this is me speaking.").face(face).build();
    // end::avatar
    assertThat(render(request).duration()).isPositive();
  }

  @Test
  void sample_pipeline_takesAnyProvider() {
    AvatarProvider provider = avatar(SubmitSafety.RECONCILABLE);
    // tag::pipeline
    VideoPipeline.builder().avatar(provider);
    // end::pipeline
    assertThat(provider.id()).isNotBlank();
  }

  @Test
  void sample_presenter_speaksWithItsOwnVoice() throws Exception {
    Script script = Studio.script("Bonjour.", "Au revoir.");
    // tag::presenter
    Avatar request =
        VideoRequest.avatar(script)
            .presenter("amy")
            .avatarVoice("fr-FR-DeniseNeural")
            .language(Locale.FRENCH)
            .transition(new Transition(Transition.Kind.FADE, 12))
            .pauses(Duration.ofMillis(200), Duration.ofMillis(300))
            .build();
    // end::presenter
    assertThat(render(request).duration()).isPositive();
  }

  @Test
  void sample_recording_isSpoken() throws Exception {
    Path recording = Files.writeString(directory.resolve("said.mp3"), "sound");
    // tag::recording
    Avatar request =
        VideoRequest.avatar("What the recording says.").face(face).speech(recording).build();
    // end::recording
    assertThat(render(request).duration()).isPositive();
  }

  @Test
  void sample_lipSync_fitsLips() throws Exception {
    // tag::lips
    LipSync request = VideoRequest.lipSync(face).say("My lips move with these words.").build();
    // end::lips
    assertThat(render(request).duration()).isPositive();
  }

  @Test
  void sample_captioned_isHeard() throws Exception {
    Path video = Files.writeString(directory.resolve("film.mp4"), "a film");
    TranscriptionProvider whisper = FakeTranscriptionProvider.recogniser("Some words");
    // tag::captioned
    Captioned request = VideoRequest.captioned(video).build();
    // end::captioned
    assertThat(render(b -> b.transcription(whisper), request).duration()).isPositive();
  }

  @Test
  void sample_captioned_takesTextOrFile() throws Exception {
    Path video = Files.writeString(directory.resolve("film.mp4"), "a film");
    Path srt =
        Files.writeString(directory.resolve("film.srt"), "1\n00:00:00,0 --> 00:00:01,0\nA\n");
    // tag::known
    Captioned withText = VideoRequest.captioned(video).text("All that is said.").build();
    Captioned withFile = VideoRequest.captioned(video).captions(srt).build();
    // end::known
    assertThat(render(withText).duration()).isPositive();
    assertThat(plan(withFile).isRunnable()).isTrue();
  }
}
