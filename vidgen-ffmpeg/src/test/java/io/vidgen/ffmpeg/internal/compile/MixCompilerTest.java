package io.vidgen.ffmpeg.internal.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.AudioClip.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MixCompilerTest {
  private static final String STEREO =
      "aformat=sample_fmts=fltp:sample_rates=48000:channel_layouts=stereo,asetpts=N/SR/TB,";

  @Test
  void mix_ofTwoVoicesAndMusic_laysThemInLanesAndDucks() {
    var plan =
        new MixPlan(
            List.of(
                sound(Role.VOICE, 1600, 48_000),
                sound(Role.VOICE, 60_000, 9_600),
                sound(Role.MUSIC, 0, 96_000)),
            96_000);
    var levels = new MixCompiler.Levels(3.5, Map.of(2, -6.0));

    var arguments = MixCompiler.mix(plan, levels, "mix.wav");

    assertThat(arguments).containsSequence("-stream_loop", "-1", "-i", "file:/in/s.wav");
    assertThat(arguments.get(arguments.indexOf("-filter_complex") + 1))
        .isEqualTo(
            "[0:a:0]"
                + STEREO
                + "atrim=end_sample=48000[s0];"
                + "[1:a:0]"
                + STEREO
                + "atrim=end_sample=9600[s1];"
                + "[2:a:0]"
                + STEREO
                + "atrim=end_sample=96000,afade=t=out:st=1.5:d=0.5[s2];"
                + "[s0]adelay=delays=1600S:all=1,apad=whole_len=60000,atrim=end_sample=60000,"
                + "asetpts=N/SR/TB[p0];"
                + "[s1]apad=whole_len=36000,atrim=end_sample=36000,asetpts=N/SR/TB[p1];"
                + "[p0][p1]concat=n=2:v=0:a=1[raw0];[raw0]anull[raw];"
                + "[raw]highpass=f=70,volume=3.5dB,"
                + "acompressor=threshold=-22dB:ratio=3:attack=6:release=90:knee=4,"
                + "asplit[voice][key];"
                + "[s2]volume=-6dB,apad=whole_len=96000,atrim=end_sample=96000,"
                + "asetpts=N/SR/TB[p2];[p2]concat=n=1:v=0:a=1[bed0];[bed0]anull[bed];"
                + "[bed][key]sidechaincompress=threshold=0.03:ratio=2.5:attack=40:release=500:"
                + "knee=4[music];"
                + "[voice][music]amix=inputs=2:normalize=0,ebur128=framelog=verbose,"
                + "aformat=sample_fmts=flt:sample_rates=48000[out]");
  }

  @Test
  void lanes_ofOverlappingSounds_areTwo() {
    var lanes =
        SoundLanes.of(
            List.of(
                new SoundLanes.Entry(0, sound(Role.EFFECT, 100, 50)),
                new SoundLanes.Entry(1, sound(Role.EFFECT, 0, 100)),
                new SoundLanes.Entry(2, sound(Role.EFFECT, 120, 5))));

    assertThat(lanes).hasSize(2);
    assertThat(lanes.get(0)).extracting(SoundLanes.Entry::input).containsExactly(1, 0);
    assertThat(lanes.get(1)).extracting(SoundLanes.Entry::input).containsExactly(2);
  }

  @Test
  void encode_withCeiling_givesTheLimiterALinearLimitAndTakesItsDelayBack() {
    var arguments = MixCompiler.encode("mix.wav", 48_000, 2.25, -6.020599913, "o.m4a");

    assertThat(String.join(" ", arguments))
        .contains("volume=2.25dB,apad=pad_len=480,aresample=192000,alimiter=limit=0.5:attack=5")
        .contains("atrim=start_sample=240:end_sample=48240");
  }

  @Test
  void commands_whereDigitsAreNotLatin_areTheSame() {
    var usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      mix_ofTwoVoicesAndMusic_laysThemInLanesAndDucks();
      encode_withCeiling_givesTheLimiterALinearLimitAndTakesItsDelayBack();
      var plan =
          new MixPlan(List.of(sound(Role.MUSIC, 0, 9_600), sound(Role.EFFECT, 5, 9_600)), 9_600);
      assertThat(MixCompiler.measure(plan)).allSatisfy(a -> assertThat(a).matches("\\p{ASCII}*"));
    } finally {
      Locale.setDefault(usual);
    }
  }

  private static SoundPlan sound(Role role, long start, long length) {
    return new SoundPlan(new MediaInput(Path.of("/in/s.wav"), ""), role, start, length, 0, false);
  }
}
