package io.vidgen.subtitle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HostileInputTest {

  private static final String SRT = "1\n00:00:01,000 --> 00:00:02,000\nÉté déjà\n";

  @Test
  void srt_sloppyFile_isRead() {
    String text =
        "\uFEFFjunk\r\n\r\n1\r\n0:00:01.5 --> 00:00:02,000 X1:1 X2:2\r\n<i>Hi</i>{\\an8}\r\n\r\n"
            + "still here\r\n00:03,000 --> 00:04,000\r\n\r\n3\r\n00:00:05,000-->00:00:06,000\r\nx";
    List<Cue> cues = new SrtReader().parse(text, Locale.ROOT).cues();
    assertThat(cues).hasSize(3);
    assertThat(cues.get(0)).isEqualTo(Cue.of(ms(1500), ms(2000), "Hi\nstill here"));
    assertThat(cues.get(1).lines()).isEmpty();
    assertThat(cues.get(2).text()).isEqualTo("x");
  }

  @Test
  void srt_anyCommonEncoding_isRead() throws IOException {
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_8,
            Charset.forName("windows-1252"),
            Charset.forName("x-UTF-16LE-BOM"),
            StandardCharsets.UTF_16)) {
      CaptionTrack track =
          new SrtReader().read(new ByteArrayInputStream(SRT.getBytes(charset)), Locale.FRENCH);
      assertThat(track.cues().get(0).text()).as(charset.name()).isEqualTo("Été déjà");
    }
    byte[] noMark = "1\n00:00:01,000 --> 00:00:02,000\nabc".getBytes(StandardCharsets.UTF_16LE);
    assertThat(new SrtReader().read(new ByteArrayInputStream(noMark), Locale.ROOT).cues())
        .containsExactly(Cue.of(ms(1000), ms(2000), "abc"));
  }

  @Test
  void read_badTimes_saysLineAndRemedy() {
    assertThatThrownBy(() -> srt("1\n00:00:02,000 --> 00:00:01,000\nx"))
        .isInstanceOf(SubtitleParseException.class)
        .hasMessage(
            "SRT line 2, column 29: the end 00:00:01.000 is before the start 00:00:02.000"
                + " -> Swap the two times or delete the cue.");
    assertThatThrownBy(() -> srt("-00:00:02,000 --> 00:00:01,000\nx"))
        .hasMessageContaining("line 1, column 1: a time is negative");
    assertThatThrownBy(() -> srt("00:0x:02,000 --> 00:00:01,000\nx"))
        .hasMessageContaining("is no time");
    assertThatThrownBy(() -> srt("00:00:02,000 --> 99999999999999999999:00:01,000\nx"))
        .hasMessageContaining("is no time");
    assertThatThrownBy(
            () ->
                new AssReader()
                    .parse("[Events]\nDialogue: 0,0:00:02.00,0:00:01.00,,,0,0,0,,x", Locale.ROOT))
        .hasMessageContaining("ASS line 2: the end");
    assertThatThrownBy(() -> new AssReader().parse("[Events]\nDialogue: 0,1", Locale.ROOT))
        .hasMessageContaining("2 fields instead of the 10");
  }

  @Test
  void read_otherFormat_saysSo() {
    assertThatThrownBy(() -> srt("hello")).hasMessageContaining("no cue was found");
    assertThatThrownBy(() -> new WebVttReader().parse(SRT, Locale.ROOT))
        .hasMessageContaining("does not begin with WEBVTT");
    assertThatThrownBy(() -> new AssReader().parse(SRT, Locale.ROOT))
        .hasMessageContaining("[Events]");
    for (String bad : List.of("", "[]", "{}", "{\"version\":2,\"words\":[]}", "{\"version\":1,")) {
      assertThatThrownBy(() -> new WordsJson().parse(bad))
          .isInstanceOf(SubtitleParseException.class);
    }
    assertThatThrownBy(
            () ->
                new WordsJson()
                    .parse(
                        "{\"version\":1,\"words\":[{\"text\":\"a\",\"start\":2,\"end\":1e999}]}"))
        .hasMessageContaining("0 <= start <= end");
    assertThat(srt("").cues()).isEmpty();
  }

  @Test
  @Timeout(300)
  void read_hundredMegabytes_areRefusedQuickly() {
    for (String unit :
        List.of("x", "garbage line\n", "1\n00:00:01,000 --> 00:00:02,000\na\n\n", "\0")) {
      InputStream endless = new Repeated(unit, 100L << 20);
      assertThatThrownBy(() -> new SrtReader().read(endless, Locale.ROOT))
          .isInstanceOf(SubtitleParseException.class)
          .hasMessageContaining("ParseLimits");
      assertThat(((Repeated) endless).served).isLessThan(20L << 20);
    }
    assertThatThrownBy(() -> new WordsJson().read(new Repeated("[", 100L << 20)))
        .isInstanceOf(SubtitleParseException.class);
    assertThatThrownBy(
            () -> new WebVttReader().read(new Repeated("WEBVTT\n", 1L << 30), Locale.ROOT))
        .isInstanceOf(SubtitleParseException.class);
    assertThatThrownBy(
            () -> new AssReader().read(new Repeated("[Events]\n", 1L << 30), Locale.ROOT))
        .isInstanceOf(SubtitleParseException.class);
  }

  @Test
  void read_tooManyCues_isRefusedAtTheNextOne() {
    ParseLimits two = new ParseLimits(1000, 100, 2);
    String cue = "00:00:01,000 --> 00:00:02,000\nx\n\n";
    assertThat(new SrtReader(two).parse(cue.repeat(2), Locale.ROOT).cues()).hasSize(2);
    assertThatThrownBy(() -> new SrtReader(two).parse(cue.repeat(3), Locale.ROOT))
        .hasMessageContaining("line 7: more than 2 cues");
  }

  @Test
  @Timeout(300)
  void read_mutatedFiles_givesCuesOrOneClearError() {
    CaptionTrack track = Samples.track(Samples.FRENCH + " " + Samples.CHINESE, Locale.FRENCH);
    String ass = AssWriter.write(track, CaptionStyle.defaults(), 1080, 1920);
    TimedWords words = new TimedWords(Locale.FRENCH, track.cues().get(0).words());
    Random random = new Random(2024);
    for (int round = 0; round < 1000; round++) {
      check(() -> new SrtReader(), mutate(SrtWriter.write(track), random));
      check(() -> new WebVttReader(), mutate(WebVttWriter.writeKaraoke(track), random));
      check(() -> new AssReader(), mutate(ass, random));
      byte[] json = mutate(new WordsJson().write(words), random);
      Throwable thrown = catchThrowable(() -> new WordsJson().read(new ByteArrayInputStream(json)));
      assertThat(thrown == null || thrown instanceof SubtitleParseException).isTrue();
    }
  }

  private static void check(java.util.function.Supplier<SubtitleReader> reader, byte[] bytes) {
    Throwable thrown =
        catchThrowable(() -> reader.get().read(new ByteArrayInputStream(bytes), Locale.ROOT));
    if (thrown != null) {
      assertThat(thrown).isInstanceOf(SubtitleParseException.class);
      assertThat(((SubtitleParseException) thrown).remedy()).isNotBlank();
    }
  }

  private static byte[] mutate(String text, Random random) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] spice = "0:->{}<\\\n\r,.[9-&;\0".getBytes(StandardCharsets.UTF_8);
    for (int i = 1 + random.nextInt(12); i > 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = spice[random.nextInt(spice.length)];
        case 2 -> System.arraycopy(bytes, 0, bytes, at, Math.min(at, bytes.length - at));
        default ->
            bytes = java.util.Arrays.copyOf(bytes, Math.max(1, bytes.length - random.nextInt(40)));
      }
    }
    return bytes;
  }

  private static CaptionTrack srt(String text) {
    return new SrtReader().parse(text, Locale.ROOT);
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  /** A stream that says the same again and again and counts what was taken. */
  private static final class Repeated extends InputStream {

    private final byte[] unit;
    private final long length;
    private long served;

    Repeated(String unit, long length) {
      this.unit = unit.repeat(1 + 65_536 / unit.length()).getBytes(StandardCharsets.UTF_8);
      this.length = length;
    }

    @Override
    public int read() {
      return served >= length ? -1 : unit[(int) (served++ % unit.length)] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int count) {
      int at = (int) (served % unit.length);
      int given = (int) Math.min(Math.min(count, unit.length - at), length - served);
      System.arraycopy(unit, at, into, from, given);
      served += given;
      return given == 0 && count > 0 ? -1 : given;
    }
  }
}
