package io.vidgen.subtitle;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.WordTiming;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoundTripTest {

  private static final String ALPHABET = "ab 1<>&{}\\/i:-;,.é世🚀\u00A0\u200F'\"";

  @Test
  void srt_randomCues_readBackAsTheyWere() {
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      CaptionTrack track = random(random, false);
      String text = SrtWriter.write(track);
      CaptionTrack again = new SrtReader().parse(text, Locale.ROOT);
      assertThat(SrtWriter.write(again)).isEqualTo(text);
      if (!text.contains("‹") && !text.contains("(\\") && !text.matches("(?s).*[^-]->.*")) {
        assertThat(again).isEqualTo(track);
      }
    }
  }

  @Test
  void webVtt_randomCues_readBackAsTheyWere() {
    Random random = new Random(12);
    for (int round = 0; round < 300; round++) {
      CaptionTrack track = random(random, true);
      assertThat(new WebVttReader().parse(WebVttWriter.write(track), Locale.ROOT)).isEqualTo(track);
    }
  }

  @Test
  void webVttKaraoke_spokenWords_readBackToTheMillisecond() {
    for (String text : List.of(Samples.ENGLISH, Samples.CHINESE, Samples.FRENCH, Samples.ARABIC)) {
      CaptionTrack track = Samples.track(text, Locale.FRENCH);
      CaptionTrack again =
          new WebVttReader().parse(WebVttWriter.writeKaraoke(track), Locale.FRENCH);
      assertSameWords(again, track, 1);
    }
  }

  @Test
  void ass_spokenWords_readBackToTheHundredth() {
    for (CaptionMode mode : List.of(CaptionMode.HIGHLIGHT, CaptionMode.FILL, CaptionMode.POP)) {
      for (String text : List.of(Samples.ENGLISH, Samples.CHINESE, Samples.FRENCH)) {
        CaptionTrack track = Samples.track(text, Locale.FRENCH);
        CaptionStyle style = CaptionStyle.builder().mode(mode).build();
        String ass = AssWriter.write(track, style, 1080, 1920);
        assertSameWords(new AssReader().parse(ass, Locale.FRENCH), track, 10);
      }
    }
  }

  @Test
  void ass_document_readsBackEqual() throws IOException {
    String file =
        """
        [Script Info]
        ; a comment
        Title: x: y
        PlayResX: 640

        [V4+ Styles]
        Format: Name, Fontname, Fontsize
        Style: A,Arial,20

        [Fonts]
        fontname: x

        [Events]
        Format: Layer, Start, End, Style, Text
        Dialogue: 3,0:00:01.00,0:00:02.50,A,{\\i1}one{\\i0}, two\\Nthree
        Comment: 0,0:00:01.00,0:00:02.50,A,not shown
        """;
    AssDocument document = ass(file);
    assertThat(document.info()).containsEntry("Title", "x: y");
    assertThat(document.styles().get(0)).containsEntry("Fontname", "Arial");
    assertThat(document.events()).hasSize(2);
    assertThat(document.events().get(0).rawText()).isEqualTo("{\\i1}one{\\i0}, two\\Nthree");
    assertThat(document.track(Locale.ROOT).cues()).hasSize(1);
    assertThat(document.track(Locale.ROOT).cues().get(0).text()).isEqualTo("one, two\nthree");
    assertThat(ass(AssWriter.write(document))).isEqualTo(document);
  }

  @Test
  void webVtt_document_keepsStylesRegionsSettingsAndIdentifiers() throws IOException {
    String file =
        """
        WEBVTT - Title
        Kind: captions

        NOTE a comment
        00:00:09.000 --> 00:00:10.000

        STYLE
        ::cue { color: red }

        REGION
        id:r1

        NOTE

        intro
        00:01.000 --> 00:02.000 align:start line:10%
        <v Roger><i.loud>Tom &amp; Jerry</i></v> &lt;3

        00:00:03.000 --> 00:00:04.000
        <00:00:03.000><c>Hello</c> <00:00:03.500><c>world</c>
        """;
    WebVttDocument document = vtt(file);
    assertThat(document.header()).isEqualTo("- Title");
    assertThat(document.styles()).containsExactly("::cue { color: red }");
    assertThat(document.regions()).containsExactly("id:r1");
    assertThat(document.cues().get(0))
        .isEqualTo(
            new Cue(
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                List.of("Tom & Jerry <3"),
                List.of(),
                "intro",
                "align:start line:10%"));
    assertThat(document.cues().get(1).words())
        .containsExactly(Samples.word("Hello", 3000, 3500), Samples.word("world", 3500, 4000));
    assertThat(vtt(WebVttWriter.write(document))).isEqualTo(document);
  }

  @Test
  void wordsJson_words_readBackToTheMillisecond() {
    TimedWords words =
        new TimedWords(
            Locale.forLanguageTag("pt-BR"),
            WordInterpolator.spread(
                List.of("Olá,", "\"mundo\"", "世界", "🚀"), Duration.ZERO, Duration.ofMillis(4000)));
    String json = new WordsJson().write(words);
    assertThat(json).contains("\"version\":1,\"language\":\"pt-BR\"").contains("\"interpolated\"");
    TimedWords again = new WordsJson().parse(json);
    assertThat(new WordsJson().write(again)).isEqualTo(json);
    assertThat(again.language()).isEqualTo(words.language());
    assertThat(again.words()).extracting(WordTiming::text).contains("\"mundo\"", "🚀");
  }

  private static AssDocument ass(String text) throws IOException {
    return new AssReader()
        .readDocument(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static WebVttDocument vtt(String text) throws IOException {
    return new WebVttReader()
        .readDocument(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void assertSameWords(CaptionTrack found, CaptionTrack wanted, long millis) {
    assertThat(found.cues()).hasSameSizeAs(wanted.cues());
    for (int i = 0; i < found.cues().size(); i++) {
      assertThat(found.cues().get(i).lines()).isEqualTo(wanted.cues().get(i).lines());
      List<WordTiming> words = found.cues().get(i).words();
      List<WordTiming> expected = wanted.cues().get(i).words();
      assertThat(words).hasSameSizeAs(expected);
      for (int w = 0; w < words.size(); w++) {
        assertThat(words.get(w).text()).isEqualTo(expected.get(w).text());
        assertThat(words.get(w).start().minus(expected.get(w).start()).abs())
            .isLessThanOrEqualTo(Duration.ofMillis(millis));
        assertThat(words.get(w).end().minus(expected.get(w).end()).abs())
            .isLessThanOrEqualTo(Duration.ofMillis(millis));
      }
    }
  }

  private static CaptionTrack random(Random random, boolean identifiers) {
    List<Cue> cues = new ArrayList<>();
    long clock = 0;
    for (int i = random.nextInt(6); i > 0; i--) {
      List<String> lines = new ArrayList<>();
      for (int line = random.nextInt(4); line > 0; line--) {
        lines.add(text(random));
      }
      String name = identifiers && random.nextBoolean() ? "NOTE" + random.nextInt(9) : "";
      String settings = identifiers && random.nextBoolean() ? "align:left" : "";
      long end = clock + random.nextInt(4_000_000);
      cues.add(
          new Cue(
              Duration.ofMillis(clock), Duration.ofMillis(end), lines, List.of(), name, settings));
      clock = end;
    }
    return CaptionTrack.of(cues, Locale.ROOT);
  }

  private static String text(Random random) {
    if (random.nextInt(12) == 0) {
      return List.of("42", "NOTE x", "1:00 --> 2:00", "<i>x</i>", "{\\an8}", "WEBVTT", "&lt;")
          .get(random.nextInt(7));
    }
    int[] points = ALPHABET.codePoints().toArray();
    StringBuilder out = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      out.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return out.toString();
  }
}
