package io.vidgen.rest.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vidgen.VideoPipeline;
import io.vidgen.align.SphinxTranscriptionProviderFactory;
import io.vidgen.job.Render;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Quality;
import io.vidgen.model.VideoFormat;
import io.vidgen.model.WordTiming;
import io.vidgen.offline.FreeTtsSpeechProviderFactory;
import io.vidgen.rest.whisper.WhisperTranscriptionProviderFactory;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import io.vidgen.script.ScriptParser;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.TranscriptionRequest;
import io.vidgen.spi.TranscriptionResult;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.FakeProviderConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Captions for videos whose words are known to the test, heard by both kinds of Whisper server. */
@Timeout(300)
class CaptionFlowTest {
  private static final String TOLD =
      "The boats went out before the sun was up. Nobody in the village saw them again.";
  private static final String JFK =
      "And so my fellow Americans ask not what your country can do for you ask what you can do for"
          + " your country";

  @TempDir static Path directory;

  private static Sandbox sandbox;
  private static Known told;

  @BeforeAll
  static void start() throws Exception {
    sandbox = Sandbox.builder().scale(0).start();
    told = narrated();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({"whisper-cpp, true", "whisper-cpp, false", "openai, true", "openai, false"})
  void caption_narratedVideo_showsTheWordsWhenTheyAreSaid(String shape, boolean textIsKnown)
      throws Exception {
    assertCaptioned(told, TOLD, shape, textIsKnown);
  }

  @Test
  void caption_recordingOfAPerson_showsTheWordsWhenTheyAreSaid() throws Exception {
    assertCaptioned(speech(), JFK, "whisper-cpp", false);
  }

  @Test
  @Tag("soak")
  void caption_recordingOfAPersonHeardOtherwise_showsTheWordsWhenTheyAreSaid() throws Exception {
    var spoken = speech();

    assertCaptioned(spoken, JFK, "whisper-cpp", true);
    assertCaptioned(spoken, JFK, "openai", false);
    assertCaptioned(spoken, JFK, "openai", true);
  }

  /**
   * A video, and the truth about it.
   *
   * @param file the video, without captions
   * @param words what is said in it
   */
  private record Known(Path file, List<WordTiming> words) {}

  private static void assertCaptioned(Known video, String text, String shape, boolean textIsKnown)
      throws Exception {
    var request =
        VideoRequest.captioned(video.file())
            .captions(Films.STYLE)
            .quality(Quality.DRAFT)
            .language(Locale.US);
    Render render;
    try (var pipeline =
        VideoPipeline.builder()
            .directory(Files.createTempDirectory(directory, "captioned"))
            .composer(Films.COMPOSER)
            .transcription(whisper(shape))
            .build()) {
      render = pipeline.render(textIsKnown ? request.text(text).build() : request.build());
      var words = Films.words(render);
      assertThat(Films.plain(words)).isEqualTo(Films.plain(text));
      var differences = Films.differences(video.words(), words);
      assertThat(differences.get(differences.size() / 2)).as("%s", differences).isLessThan(100L);
      for (int i : new int[] {0, words.size() / 2, words.size() - 1}) {
        assertThat(Films.highlighted(render.video(), middle(words.get(i))))
            .as("%s", words.get(i))
            .isGreaterThan(Films.SOME);
      }
      assertThat(Films.COMPOSER.probe(render.video()).duration().toMillis())
          .isCloseTo(
              Films.COMPOSER.probe(video.file()).duration().toMillis(),
              org.assertj.core.data.Offset.offset(100L));
    }
  }

  private static Duration middle(WordTiming word) {
    return word.start().plus(word.end()).dividedBy(2);
  }

  private static TranscriptionProvider whisper(String shape) {
    var url = sandbox.url(Vendor.WHISPER);
    var settings =
        shape.equals("openai")
            ? Map.of("OPENAI_API_KEY", "sk-flow-0123456789", "OPENAI_BASE_URL", url + "/v1")
            : Map.of("WHISPER_URL", url + "/cpp");
    return new WhisperTranscriptionProviderFactory().create(FakeProviderConfig.of(settings));
  }

  /** The offline voice says itself when it says what. */
  private static Known narrated() throws Exception {
    try (var pipeline =
        VideoPipeline.builder()
            .directory(directory.resolve("told"))
            .composer(Films.COMPOSER)
            .images("storyboard")
            .speech(new FreeTtsSpeechProviderFactory().create(FakeProviderConfig.of(Map.of())))
            .build()) {
      var render =
          pipeline.render(
              VideoRequest.narrated(ScriptParser.ofDefaults().parse(TOLD))
                  .format(new VideoFormat(270, 480))
                  .quality(Quality.DRAFT)
                  .withoutCaptions()
                  .build());
      var file = Files.copy(render.video(), directory.resolve("told.mp4"));
      return known(file, Films.words(render));
    }
  }

  /** A forced alignment says where the words are. */
  private static Known speech() throws Exception {
    var wav = sample();
    var file = Files.createTempDirectory(directory, "person").resolve("speech.mp4");
    Films.still(Flows.face(directory), wav, file);
    var aligner = new SphinxTranscriptionProviderFactory().create(FakeProviderConfig.of(Map.of()));
    try (var call = FakeCallContext.create()) {
      var work = (QuickWork<TranscriptionRequest, TranscriptionResult>) aligner.work();
      var audio = call.input(Files.readAllBytes(wav), "audio/wav");
      var words = work.call(new TranscriptionRequest(audio, Locale.ENGLISH, JFK, 0), call).words();
      return known(file, words);
    }
  }

  private static Known known(Path file, List<WordTiming> words) throws Exception {
    for (int i : new int[] {0, words.size() / 2, words.size() - 1}) {
      assertThat(Films.highlighted(file, middle(words.get(i)))).isLessThan(Films.SOME);
    }
    sandbox.register(file, words);
    return new Known(file, words);
  }

  private static Path sample() {
    Path place = Path.of("").toAbsolutePath();
    while (place != null) {
      var file = place.resolve("shared/media/jfk.wav");
      if (Files.isRegularFile(file)) {
        return file;
      }
      place = place.getParent();
    }
    assumeTrue(false, "needs shared/media/jfk.wav beside the project");
    throw new AssertionError("not reached");
  }
}
