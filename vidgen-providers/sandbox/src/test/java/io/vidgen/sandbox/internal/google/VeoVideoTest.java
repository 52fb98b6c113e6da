package io.vidgen.sandbox.internal.google;

import static io.vidgen.sandbox.internal.google.GoogleClient.VEO;
import static io.vidgen.sandbox.internal.google.GoogleClient.body;
import static io.vidgen.sandbox.internal.google.GoogleClient.frame;
import static io.vidgen.sandbox.internal.google.GoogleClient.instance;
import static io.vidgen.sandbox.internal.google.GoogleClient.picture;
import static io.vidgen.sandbox.internal.google.GoogleClient.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vidgen.ffmpeg.FfmpegComposer;
import io.vidgen.ffmpeg.FfmpegOptions;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.internal.media.DrawnFigure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

  @TempDir private Path folder;

  private Sandbox sandbox;
  private GoogleClient google;

  @BeforeAll
  void start() {
    sandbox =
        Sandbox.builder().scale(1).virtualTime(Instant.parse("2026-01-01T00:00:00Z")).start();
    google = new GoogleClient(sandbox);
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  @Test
  void video_fromText_hasTheFormatOfVeoAndSpeaksTheQuote() throws Exception {
    var uri = google.make(VEO, body(PROMPT, "{'durationSeconds':4,'aspectRatio':'9:16'}"));
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
      assertThat(share(frame(file, at), Sandbox.signatureOf("Mia"))).as("at " + at).isGreaterThan(0.1);
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
  void extensions_keepTheCharacterAndAreTheWholeVideoSoFar() throws Exception {
    int red = Sandbox.signatureOf("Ada");
    var first = body("Ada waves. Ada says, \"Come with me.\"", "{'aspectRatio':'9:16'}");
    var reference = instance(first).putArray("referenceImages").addObject();
    reference.set("image", picture(GoogleClient.character(red)));
    reference.put("referenceType", "asset");
    var uri = google.make(VEO, first);
    var times = new ArrayList<Long>();
    for (String line : new String[] {"Look at the sea.", "Now we go home."}) {
      long start = System.nanoTime();
      uri = google.extend(VEO, uri, "A harbour. She says: \"" + line + "\"", "9:16");
      times.add((System.nanoTime() - start) / 1_000_000);
    }
    System.err.println("extension ms " + times);

    var file = google.download(uri, folder);
    var info = FfmpegComposer.create(FfmpegOptions.ofDefaults()).probe(file);
    assertThat(info.duration().toMillis()).isCloseTo(22_000, within(60L));
    for (double at = 0.5; at < 22; at += 3) {
      assertThat(share(frame(file, at), red)).as("at " + at).isGreaterThan(0.1);
    }
    var heard = sandbox.hear(file).orElseThrow();
    assertThat(heard.text()).isEqualTo("Come with me. Look at the sea. Now we go home.");
    assertThat(heard.words().get(7).start()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(17));
  }
}
