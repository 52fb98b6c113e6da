package io.vidgen.subtitle;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.WordTiming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/captions.md; the page is compared with the tagged regions. */
class CaptionsDocTest {

  private static final List<WordTiming> HEARD =
      WordInterpolator.spread(
          List.of("we", "sold", "twenty", "thousand", "cups"),
          Duration.ZERO,
          Duration.ofMillis(2000));

  @Test
  void sample_words_becomeFiles(@TempDir Path folder) throws IOException {
    // tag::files
    List<String> shown = Words.split("We sold 20k cups!", Locale.ENGLISH);
    List<WordTiming> words = WordAligner.align(shown, HEARD);

    CaptionTrack track = new CueSegmenter(CaptionOptions.defaults()).segment(words, Locale.ENGLISH);

    Files.writeString(folder.resolve("video.srt"), SrtWriter.write(track));
    Files.writeString(folder.resolve("video.vtt"), WebVttWriter.write(track));
    Files.writeString(
        folder.resolve("video.ass"), AssWriter.write(track, CaptionStyle.defaults(), 1080, 1920));
    Files.writeString(
        folder.resolve("words.json"), new WordsJson().write(new TimedWords(Locale.ENGLISH, words)));
    // end::files
    assertThat(track.cues()).hasSize(1);
    assertThat(Files.readString(folder.resolve("video.srt"))).contains("We sold 20k cups!");
  }

  @Test
  void sample_noWordTimes_areMadeUp() {
    // tag::times
    List<String> words = Words.split("大家好，欢迎！", Locale.CHINESE);

    // a voice that says how long it speaks, but not when it says which word
    List<WordTiming> spread =
        WordInterpolator.spread(words, Duration.ZERO, Duration.ofMillis(1800));

    // no voice at all
    List<WordTiming> silent = ReadingSpeed.defaults().time(words, Duration.ZERO);
    // end::times
    assertThat(spread).hasSize(5);
    assertThat(silent).hasSize(5);
  }

  @Test
  void sample_style_isWritten() {
    CaptionTrack track = Samples.track(Samples.ENGLISH, Locale.ENGLISH);
    // tag::style
    CaptionStyle style =
        CaptionStyle.builder()
            .mode(CaptionMode.FILL)
            .font("Anton", 110)
            .highlight(Rgba.parse("#00E5FF"))
            .outline(8, Rgba.parse("#101010"))
            .position(CaptionPosition.MIDDLE)
            .safeZone(SafeZone.TIKTOK)
            .fade(Duration.ofMillis(80), Duration.ofMillis(80))
            .build();

    String whole = AssWriter.write(track, style, 1080, 1920);
    String segment =
        AssWriter.write(
            track.window(Duration.ofSeconds(10), Duration.ofSeconds(15)), style, 1080, 1920);
    // end::style
    assertThat(whole).contains("Anton,110");
    assertThat(segment).isNotEqualTo(whole);
  }

  @Test
  void sample_options_groupWords() {
    // tag::options
    CaptionOptions oneLine =
        CaptionOptions.builder().lines(1).cueWords(4).maxDuration(Duration.ofSeconds(2)).build();
    // end::options
    CaptionTrack track =
        new CueSegmenter(oneLine)
            .segment(Samples.spoken(Samples.ENGLISH, Locale.ENGLISH), Locale.ENGLISH);
    assertThat(track.cues()).allMatch(c -> c.words().size() <= 4 && c.lines().size() == 1);
  }

  @Test
  void sample_foreignFile_isRead(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("film.srt");
    Files.writeString(file, "1\n00:00:01,000 --> 00:00:02,000\nSalut !\n");
    // tag::read
    CaptionTrack track;
    try {
      track = new SrtReader().read(file, Locale.FRENCH);
    } catch (SubtitleParseException e) {
      throw new IOException("line " + e.line() + ": " + e.remedy(), e);
    }
    String vtt = WebVttWriter.write(track);
    // end::read
    assertThat(vtt).contains("Salut !");
  }
}
