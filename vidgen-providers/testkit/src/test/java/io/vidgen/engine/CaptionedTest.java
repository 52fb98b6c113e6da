package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.job.PlannedStep.Action;
import io.vidgen.job.Render;
import io.vidgen.job.VideoRequest;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeTranscriptionProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaptionedTest extends TalkingTest {
  private static final String SRT =
      """
      1
      00:00:00,500 --> 00:00:01,500
      Finished captions,

      2
      00:00:02,000 --> 00:00:03,000
      <i>word</i> by word.
      """;

  private final FakeTranscriptionProvider recogniser =
      FakeTranscriptionProvider.recogniser("What was said there");
  private Path video;

  @BeforeEach
  void film() throws IOException {
    video = Files.writeString(directory.resolve("film.mp4"), "a film");
  }

  @Test
  void render_unknownWords_areHeardAndShown() throws Exception {
    var request = VideoRequest.captioned(video).title("Film").build();
    var before = plan(b -> b.transcription(recogniser), request);

    assertThat(redone(b -> b.transcription(recogniser), request))
        .containsExactly(
            "audio-kept",
            "audio-speech",
            "captions",
            "finish",
            "import-video",
            "poster",
            "segment-1",
            "transcription");

    assertThat(ids(before)).hasSize(8);
    assertThat(asked(FakeComposer.SEGMENT).get(0)).contains("said", "1080x1920", "frames=120");
    assertThat(plan(b -> b.transcription(recogniser), request).count(Action.REUSE)).isEqualTo(8);
  }

  @Test
  void render_captionFile_needsNobodyWhoListens() throws Exception {
    var srt = Files.writeString(directory.resolve("words.srt"), SRT);
    var request = VideoRequest.captioned(video).captions(srt).build();

    assertThat(plan(request).problems()).isEmpty();
    var render = render(request);

    assertThat(Files.readString(render.file(Render.SRT)))
        .contains("00:00:00,500 --> 00:00:01,500\nFinished captions,")
        .contains("word by word.");
    assertThat(manifest(render)).contains("INTERPOLATED");
  }

  @Test
  void render_captionChanged_redoesNoListening() throws Exception {
    var srt = Files.writeString(directory.resolve("words.srt"), SRT);
    render(VideoRequest.captioned(video).captions(srt).build());
    Files.writeString(srt, SRT.replace("Finished", "Corrected"));

    assertThat(redone(VideoRequest.captioned(video).captions(srt).build()))
        .containsExactly("captions", "finish", "import-captions", "poster", "segment-1");
  }

  @Test
  void render_knownTextAndAligner_showsTheTextAtTheHeardTimes() throws Exception {
    var aligner = FakeTranscriptionProvider.aligner("en");
    var request = VideoRequest.captioned(video).text("This is what they say.").build();

    var render = render(b -> b.transcription(aligner), request);

    assertThat(manifest(render)).contains("ALIGNED");
    assertThat(aligner.calls().log().get(0).detail()).isEqualTo("This is what they say.");
  }

  @Test
  void render_alignerChosenForUnknownWords_isAnError() {
    var aligner = FakeTranscriptionProvider.aligner("en");

    assertThat(fields(plan(b -> b.transcription(aligner), VideoRequest.captioned(video).build())))
        .containsExactly("transcription provider");
  }

  @Test
  void plan_paidRecogniser_isPriced() {
    var paid = recogniser.priced(Money.usd("0.02"));

    var plan = plan(b -> b.transcription(paid), VideoRequest.captioned(video).build());

    assertThat(plan.price()).isEqualTo(Price.exactly(Money.usd("0.02")));
    assertThat(plan.problems()).anyMatch(p -> p.field().equals("ledger"));
  }

  @Test
  void plan_everythingIsWrong_listsItAllAtOnce() {
    var request =
        VideoRequest.captioned(directory.resolve("gone.mp4"))
            .captions(directory.resolve("gone.srt"))
            .build();

    assertThat(fields(plan(request))).containsExactlyInAnyOrder("video", "captions");
    assertThat(fields(plan(VideoRequest.captioned(face).build())))
        .containsExactlyInAnyOrder("video", "transcription provider");
    assertThat(studio.ledger.all()).isEmpty();
  }

  @Test
  void plan_malformedCaptions_areAProblem() throws Exception {
    var srt =
        Files.writeString(
            directory.resolve("words.srt"), "1\n00:00:02,000 --> 00:00:01,000\nBackwards\n");

    assertThat(fields(plan(VideoRequest.captioned(video).captions(srt).build())))
        .containsExactly("captions");
  }

  @Test
  void render_captionsAfterTheEnd_areLeftOutEverywhere() throws Exception {
    var srt =
        Files.writeString(
            directory.resolve("words.srt"), SRT + "\n3\n00:00:09,000 --> 00:00:10,000\nToo late\n");

    var render = render(VideoRequest.captioned(video).captions(srt).build());

    assertThat(Files.readString(render.file(Render.SRT))).doesNotContain("Too");
    assertThat(Files.readString(render.file(Render.WORDS))).doesNotContain("Too");
    assertThat(manifest(render)).doesNotContain("Too");
  }

  @Test
  void render_newFfmpeg_buysNoWordsAgain() throws Exception {
    var paid = recogniser.priced(Money.usd("0.02"));
    var request = VideoRequest.captioned(video).build();
    render(b -> b.transcription(paid), request);
    studio.composer.version("2");

    assertThat(redone(b -> b.transcription(paid), request))
        .contains("segment-1")
        .doesNotContain("transcription", "audio-speech");
    assertThat(paid.calls().total()).isEqualTo(1);
  }

  @Test
  void plan_brokenCaptionFile_saysWhere() throws Exception {
    var srt = Files.writeString(directory.resolve("words.txt"), "nothing");

    assertThat(fields(plan(VideoRequest.captioned(video).captions(srt).build())))
        .containsExactly("captions");
  }
}
