package io.vidgen.sandbox.internal.google;

import static io.vidgen.sandbox.internal.google.GoogleClient.VEO;
import static io.vidgen.sandbox.internal.google.GoogleClient.body;
import static io.vidgen.sandbox.internal.google.GoogleClient.frame;
import static io.vidgen.sandbox.internal.google.GoogleClient.instance;
import static io.vidgen.sandbox.internal.google.GoogleClient.picture;
import static io.vidgen.sandbox.internal.google.GoogleClient.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidgen.audio.WavReader;
import io.vidgen.ffmpeg.FfmpegComposer;
import io.vidgen.ffmpeg.FfmpegOptions;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.internal.media.DrawnFigure;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is to be seen and heard in Veo's videos. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VeoVideoTest {
  private static final String LINE = "Good morning, little island.";
  private static final String PROMPT = "Mia walks along a beach and says warmly: \"" + LINE + "\"";

  /** With the prompt: the sandbox makes the same order once. */
  private static final String UPRIGHT = "{'durationSeconds':4,'aspectRatio':'9:16'}";

  @TempDir private Path folder;

  private Sandbox sandbox;
  private GoogleClient google;

  @BeforeAll
  void start() {
    sandbox = Sandbox.builder().scale(1).virtualTime(Instant.parse("2026-01-01T00:00:00Z")).start();
    google = new GoogleClient(sandbox);
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  @Test
  void video_fromText_hasTheFormatOfVeoAndSpeaksTheQuote() throws Exception {
    var uri = google.make(VEO, body(PROMPT, UPRIGHT));
    var file = google.download(uri, folder);

    var info = FfmpegComposer.create(FfmpegOptions.ofDefaults()).probe(file);
    assertThat(info.video().width()).isEqualTo(720);
    assertThat(info.video().height()).isEqualTo(1280);
    assertThat(info.duration().toMillis()).isCloseTo(4000, within(60L));
    var heard = sandbox.hear(file).orElseThrow();
    assertThat(heard.text()).isEqualTo(LINE);
    assertThat(heard.words().get(0).start())
        .isBetween(Duration.ofMillis(350), Duration.ofMillis(600));
    for (double at : new double[] {0, 1.3, 3.9}) {
      assertThat(share(frame(file, at), Sandbox.signatureOf("Mia")))
          .as("at " + at)
          .isGreaterThan(0.1);
    }
    assertThat(GoogleClient.difference(frame(file, 0.2), frame(file, 1.1))).isGreaterThan(3);
  }

  @Test
  void frames_areShownAtTheBeginningAndAtTheEnd() throws Exception {
    var body = body("From one to the other, in silence.", "{'aspectRatio':'9:16'}");
    var first = DrawnFigure.picture(360, 640, 0xC02020, 1);
    var last = DrawnFigure.picture(360, 640, 0x2020C0, 2);
    instance(body).set("image", picture(first));
    instance(body).set("lastFrame", picture(last));

    var file = google.download(google.make(VEO, body), folder);

    assertThat(share(frame(file, 0), 0xC02020)).isGreaterThan(0.15);
    assertThat(share(frame(file, 0), 0x2020C0)).isLessThan(0.01);
    assertThat(share(frame(file, 7.95), 0x2020C0)).isGreaterThan(0.15);
    assertThat(share(frame(file, 7.95), 0xC02020)).isLessThan(0.01);
    assertThat(sandbox.hear(file)).isEmpty();
  }

  @Test
  void scenes_canBeToldApartAndAreTheSameWhenAskedForAgain() throws Exception {
    var parameters = "{'durationSeconds':4}";
    var lake = google.download(google.make(VEO, body("Mia at a lake", parameters)), folder);
    var again = google.download(google.make(VEO, body("Mia at a lake", parameters)), folder);
    var city = google.download(google.make(VEO, body("Mia in a city", parameters)), folder);
    assertThat(lake).hasSameBinaryContentAs(again);
    assertThat(GoogleClient.difference(frame(lake, 1), frame(city, 1))).isGreaterThan(10);
  }

  @Test
  void extensions_keepTheCharacterAndAllReferencesAndAreTheWholeVideoSoFar() throws Exception {
    int red = 0xD92020;
    var colours = List.of(red, 0x20D920, 0x2020D9);
    var first = showing("Ada waves. Ada says, \"Come with me.\"", colours);
    var uri = google.make(VEO, first);
    for (String line : new String[] {"Look at the sea.", "Now we go home."}) {
      uri = google.extend(VEO, uri, "A harbour. She says: \"" + line + "\"", "9:16");
    }

    var file = google.download(uri, folder);
    var info = FfmpegComposer.create(FfmpegOptions.ofDefaults()).probe(file);
    assertThat(info.duration().toMillis()).isCloseTo(22_000, within(60L));
    for (double at : new double[] {0, 4, 9, 14.5, 21}) {
      var frame = frame(file, at);
      assertThat(share(frame, red)).as("at " + at).isGreaterThan(0.1);
      assertSeen(frame, colours);
    }
    var heard = sandbox.hear(file).orElseThrow();
    assertThat(heard.text()).isEqualTo("Come with me. Look at the sea. Now we go home.");
    var sound = sound(file);
    for (int word : new int[] {0, 3, 7}) {
      var start = heard.words().get(word).start().toMillis() / 1000.0;
      assertThat(onset(sound, start - 0.4)).as("word " + word).isCloseTo(start, within(0.1));
    }
  }

  @Test
  void references_areAllSeen() throws Exception {
    var colours = List.of(0xD92020, 0x2020D9);
    var body = showing("Two friends wait in silence.", colours);

    assertSeen(frame(google.download(google.make(VEO, body), folder), 4), colours);
  }

  private static ObjectNode showing(String prompt, List<Integer> colours) throws Exception {
    var body = body(prompt, "{'aspectRatio':'9:16'}");
    var references = instance(body).putArray("referenceImages");
    for (int colour : colours) {
      references.addObject().set("image", picture(GoogleClient.character(colour)));
    }
    return body;
  }

  private static void assertSeen(BufferedImage frame, List<Integer> colours) {
    var seen = Sandbox.signaturesIn(frame);
    assertThat(seen).hasSameSizeAs(colours);
    assertThat(GoogleClient.distance(seen.get(0), colours.get(0))).isLessThan(30);
    assertThat(colours)
        .allSatisfy(
            colour ->
                assertThat(seen)
                    .anySatisfy(s -> assertThat(GoogleClient.distance(s, colour)).isLessThan(30)));
  }

  @Test
  void speech_isTwentyDecibelsAboveTheRest() throws Exception {
    var uri = google.make(VEO, body(PROMPT, UPRIGHT));
    var file = google.download(uri, folder);
    var words = sandbox.hear(file).orElseThrow().words();
    var sound = sound(file);
    double end = words.get(words.size() - 1).end().toMillis() / 1000.0;
    double said = loudness(sound, words.get(0).start().toMillis() / 1000.0, end);
    double rest = loudness(sound, end + 0.3, 3.9);
    assertThat(said - rest).isGreaterThan(20);
    assertThat(rest).isGreaterThan(-80);
  }

  private WavReader.Sound sound(Path video) throws Exception {
    var file = Files.createTempFile(folder, "sound", ".wav");
    GoogleClient.ffmpeg("-i", video.toString(), "-ac", "1", file.toString());
    return WavReader.read(file);
  }

  /** Decibels of full scale. */
  private static double loudness(WavReader.Sound sound, double from, double to) {
    double sum = 0;
    int first = (int) (from * sound.rate());
    int last = (int) (to * sound.rate());
    for (int i = first; i < last; i++) {
      sum += sound.samples()[i] * sound.samples()[i];
    }
    return 10 * Math.log10(sum / (last - first) + 1e-12);
  }

  /** When speech begins after a time, in seconds. */
  private static double onset(WavReader.Sound sound, double from) {
    double at = Math.max(0, from);
    while (loudness(sound, at, at + 0.01) < -35) {
      at += 0.01;
    }
    return at;
  }
}
