package io.vidgen.subtitle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.model.WordTiming;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AssWriterTest {

  private static final CaptionStyle STYLE = CaptionStyle.defaults();
  private static final CaptionTrack TRACK =
      CaptionTrack.of(
          List.of(
              new Cue(
                  Duration.ofMillis(500),
                  Duration.ofMillis(1500),
                  List.of("Hi you", "all!"),
                  List.of(
                      Samples.word("Hi", 500, 700),
                      Samples.word("you", 800, 1000),
                      Samples.word("all!", 1004, 1396)),
                  "",
                  "")),
          Locale.ENGLISH);

  @Test
  void write_highlight_isGolden() {
    assertThat(AssWriter.write(TRACK, STYLE, 1080, 1920))
        .isEqualTo(
            """
            [Script Info]
            ScriptType: v4.00+
            PlayResX: 1080
            PlayResY: 1920
            WrapStyle: 2
            ScaledBorderAndShadow: yes
            YCbCr Matrix: None
            Language: en

            [V4+ Styles]
            Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, \
            BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, \
            BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
            Style: Caption,Montserrat ExtraBold,88,&H00FFFFFF,&H00FFFFFF,&H00000000,&H66000000,\
            0,0,0,0,100,100,0,0,1,6,2,2,192,192,672,-1

            [Events]
            Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
            Dialogue: 0,0:00:00.50,0:00:01.50,Caption,,0,0,0,,\
            {\\k20\\1c&H00D4FF&\\t(200,200,\\1c&HFFFFFF&)}Hi \
            {\\k10\\k20\\1c&HFFFFFF&\\t(300,300,\\1c&H00D4FF&)\\t(500,500,\\1c&HFFFFFF&)}you\\N\
            {\\k40\\1c&HFFFFFF&\\t(504,504,\\1c&H00D4FF&)\\t(896,896,\\1c&HFFFFFF&)}all!
            """);
  }

  @Test
  void write_otherModes_areGolden() {
    assertThat(event(CaptionMode.FILL)).isEqualTo("{\\kf20}Hi {\\k10\\kf20}you\\N{\\kf40}all!");
    assertThat(event(CaptionMode.PLAIN)).isEqualTo("Hi you\\Nall!");
    assertThat(event(CaptionMode.POP))
        .startsWith(
            "{\\fscx112\\fscy112}\u2060{\\k20\\fscx100\\fscy100\\1c&H00D4FF&"
                + "\\t(0,70,\\fscx112\\fscy112)\\t(130,200,\\fscx100\\fscy100)"
                + "\\t(200,200,\\1c&HFFFFFF&)}Hi {\\k10\\k20\\1c&HFFFFFF&\\fscx100\\fscy100");
  }

  @Test
  void write_fill_swapsTheColoursOfTheStyle() {
    String ass =
        AssWriter.write(TRACK, STYLE.toBuilder().mode(CaptionMode.FILL).build(), 720, 1280);
    assertThat(ass).contains("Montserrat ExtraBold,59,&H0000D4FF,&H00FFFFFF");
  }

  @Test
  void write_longNarration_lightsEachWordWhenItIsSpoken() {
    CaptionTrack track = Samples.track(Samples.ENGLISH, Locale.ENGLISH);
    List<String> events = AssWriter.write(track, STYLE, 1080, 1920).lines().toList();
    List<String> dialogue = events.stream().filter(l -> l.startsWith("Dialogue")).toList();
    Pattern on =
        Pattern.compile("\\\\t\\((\\d+),\\d+,\\\\1c&H00D4FF&\\)|\\{\\\\k\\d+\\\\1c&H00D4FF&");
    for (int i = 0; i < dialogue.size(); i++) {
      Cue cue = track.cues().get(i);
      Matcher matcher = on.matcher(dialogue.get(i));
      for (WordTiming word : cue.words()) {
        assertThat(matcher.find()).isTrue();
        long at = matcher.group(1) == null ? 0 : Long.parseLong(matcher.group(1));
        long shown = AssTime.centis(cue.start()) * 10 + at;
        assertThat(Math.abs(shown - word.start().toMillis())).isLessThanOrEqualTo(10);
      }
      assertThat(matcher.find()).isFalse();
    }
  }

  @Test
  void write_window_goesOnWhereTheCutWas() {
    CaptionStyle fill =
        STYLE.toBuilder()
            .mode(CaptionMode.FILL)
            .fade(Duration.ofMillis(300), Duration.ofMillis(100))
            .build();
    CaptionTrack window = TRACK.window(Duration.ofMillis(600), Duration.ofMillis(1200));
    assertThat(AssWriter.write(window, fill, 1080, 1920))
        .endsWith(
            "0:00:00.00,0:00:00.60,Caption,,0,0,0,,{\\fade(255,0,255,-100,200,800,900)"
                + "\\k-10\\kf20}Hi {\\k10\\kf20}you\\N{\\kf40}all!\n");
    assertThat(AssWriter.write(window, STYLE, 1080, 1920))
        .endsWith(
            "{\\k10\\1c&H00D4FF&\\t(100,100,\\1c&HFFFFFF&)}Hi "
                + "{\\k10\\k20\\1c&HFFFFFF&\\t(200,200,\\1c&H00D4FF&)\\t(400,400,\\1c&HFFFFFF&)}you\\N"
                + "{\\k40\\1c&HFFFFFF&\\t(404,404,\\1c&H00D4FF&)}all!\n");
    assertThat(TRACK.window(Duration.ofSeconds(2), Duration.ofSeconds(3)).cues()).isEmpty();
  }

  @Test
  void window_ofWindow_isTheSameAsOneWindow() {
    CaptionTrack track = Samples.track(Samples.ENGLISH, Locale.ENGLISH);
    CaptionTrack twice =
        track
            .window(Duration.ofSeconds(2), Duration.ofSeconds(12))
            .window(Duration.ofSeconds(1), Duration.ofSeconds(4));
    CaptionTrack once = track.window(Duration.ofSeconds(3), Duration.ofSeconds(6));
    assertThat(twice.cues()).isEqualTo(once.cues());
    assertThat(twice.cues())
        .allSatisfy(c -> assertThat(c.end()).isLessThanOrEqualTo(Duration.ofSeconds(3)));
    assertThat(AssWriter.write(twice, STYLE, 1080, 1920))
        .isEqualTo(AssWriter.write(once, STYLE, 1080, 1920));
  }

  @Test
  void write_arabic_isLargerFillsWholeWordsAndKeepsTheDirection() {
    Locale arabic = Locale.forLanguageTag("ar");
    CaptionTrack track = Samples.track(Samples.ARABIC + " Java رائعة", arabic);
    CaptionStyle fill = STYLE.toBuilder().mode(CaptionMode.FILL).build();
    String ass = AssWriter.write(track, fill, 1080, 1920);
    assertThat(ass).contains("\\fs123}مرحبا").contains("Language: ar").contains(",-1\n");
    assertThat(ass).doesNotContainPattern("kf\\d+[^}]*}\\p{IsArabic}");
    CaptionTrack latinFirst =
        CaptionTrack.of(List.of(Cue.of(Duration.ZERO, Duration.ofSeconds(1), "Java لغة")), arabic);
    assertThat(AssWriter.write(latinFirst, STYLE, 1080, 1920)).contains(",,\u200FJava لغة");
  }

  @Test
  void write_lineThatIsTooWide_isShrunk() {
    CaptionTrack wide =
        CaptionTrack.of(
            List.of(Cue.of(Duration.ZERO, Duration.ofSeconds(1), "M".repeat(30))), Locale.ROOT);
    assertThat(AssWriter.write(wide, STYLE, 1080, 1920)).containsPattern("\\{\\\\fs3\\d}MMM");
  }

  @Test
  void write_hostileText_staysInItsEvent() {
    CaptionTrack hostile =
        CaptionTrack.of(
            List.of(
                Cue.of(
                    Duration.ZERO,
                    Duration.ofSeconds(1),
                    "{\\fs500}x\nDialogue: 0,0:00:00.00,9:00:00.00,Caption,,0,0,0,,owned")),
            Locale.ROOT);
    String ass = AssWriter.write(hostile, STYLE, 1080, 1920);
    assertThat(ass.lines().filter(l -> l.startsWith("Dialogue:"))).hasSize(1);
    assertThat(ass).doesNotContain("{\\fs500");
  }

  @Test
  void write_badSizeOrFont_isRefused() {
    assertThatThrownBy(() -> AssWriter.write(TRACK, STYLE, 0, 1920)).hasMessageContaining("16");
    assertThatThrownBy(() -> CaptionStyle.builder().font("A,b", 20).build())
        .hasMessageContaining("fontFamily");
  }

  @Test
  void edges_ofAllZones_areTheLargestAndScale() {
    assertThat(SafeZone.ALL).isEqualTo(new SafeZone(288, 192, 672, 65));
    assertThat(SafeZone.ALL.edges(720, 1280)).isEqualTo(new SafeZone.Edges(192, 128, 448, 43));
    assertThat(SafeZone.TIKTOK.edges(1920, 1080)).isEqualTo(new SafeZone.Edges(54, 96, 54, 96));
    assertThat(SafeZone.NONE.edges(1080, 1920)).isEqualTo(new SafeZone.Edges(0, 0, 0, 0));
  }

  @Test
  void parse_colour_readsBothFormsAndNothingElse() {
    assertThat(Rgba.parse("#FFD400")).isEqualTo(new Rgba(255, 212, 0, 255));
    assertThat(Rgba.parse("#0102037f").assStyle()).isEqualTo("&H80030201");
    assertThat(Rgba.parse("#01020304")).hasToString("#01020304");
    for (String bad : List.of("red", "#FFF", "#GG0000", "#+10000", "")) {
      assertThatThrownBy(() -> Rgba.parse(bad)).hasMessageContaining("#RRGGBB");
    }
  }

  private static String event(CaptionMode mode) {
    String ass = AssWriter.write(TRACK, STYLE.toBuilder().mode(mode).build(), 1080, 1920);
    String last = ass.lines().reduce("", (a, b) -> b);
    return last.substring(last.indexOf(",,0,0,0,,") + 9);
  }
}
