package io.vidgen.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vidgen.model.AudioClip;
import io.vidgen.model.AudioClip.Role;
import io.vidgen.spi.MixRequest;
import io.vidgen.spi.MixResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MixIT {
  /** Short bursts far over their mean, as pulses of a synthetic voice are. */
  private static final String PEAKY =
      "aevalsrc='0.7*pow(sin(2*PI*60*t)\\,21)*(0.25+0.75*gt(sin(2*PI*1.7*t)\\,0))':d=6:s=16000";

  @TempDir static Path folder;
  private static Path speech;
  private static Path tone;
  private static Path music;
  private static Path click;
  private final FfmpegComposer composer = FfmpegComposer.create(TestMedia.options());

  @BeforeAll
  static void media() {
    speech = TestMedia.sound(folder.resolve("speech.wav"), PEAKY);
    tone = TestMedia.sound(folder.resolve("tone.wav"), "sine=1000:r=22050:d=1");
    music = TestMedia.sound(folder.resolve("music.mp3"), "sine=330:r=44100:d=2");
    click =
        TestMedia.sound(
            folder.resolve("click.wav"),
            "aevalsrc='if(lt(t\\,0.01)\\,0.9*sin(2*PI*1000*t)\\,0)':d=0.5:s=48000");
  }

  @Test
  void mix_ofPeakySpeech_reachesLoudnessUnderThePeak() throws Exception {
    var result = mix(180, clip(speech, Role.VOICE, 0, 6, 0));

    assertGood(result);
  }

  @Test
  void mix_ofQuietSpeech_reachesLoudness() throws Exception {
    var result = mix(180, clip(speech, Role.VOICE, 0, 6, -20));

    assertGood(result);
  }

  @Test
  void mix_ofOneShortWord_reachesLoudness() throws Exception {
    var result = mix(300, clip(tone, Role.VOICE, 4, 1, 0));

    assertGood(result);
  }

  @Test
  void mix_ofNothing_isSilenceOfTheRightLength() throws Exception {
    var result = mix(75);

    assertThat(result.loudness()).isEqualTo(-70);
    var samples = TestMedia.samples(TestCall.path(result.audio()));
    assertThat(samples.length).isBetween(75 * 1600, 75 * 1600 + 1024);
    for (short sample : samples) {
      assertThat(Math.abs(sample)).isLessThan((short) 3);
    }
  }

  @Test
  void mix_ofSilentVoice_doesNotRaiseNoise() throws Exception {
    var silent = TestMedia.sound(folder.resolve("silent.wav"), "anullsrc=r=16000:d=1");
    var result = mix(60, clip(silent, Role.VOICE, 0, 1, 0));

    assertThat(result.loudness()).isEqualTo(-70);
  }

  @Test
  void mix_ofClicks_putsEachAtItsSample() throws Exception {
    var clips = new ArrayList<AudioClip>();
    for (int i = 0; i < 5; i++) {
      clips.add(clip(click, Role.EFFECT, 0.5 + i, 0.3, 0));
    }
    var result = mix(180, clips.toArray(AudioClip[]::new));

    var samples = TestMedia.samples(TestCall.path(result.audio()));
    for (int i = 0; i < 5; i++) {
      int expected = 24_000 + i * 48_000;
      assertThat(firstLoud(samples, expected - 12_000)).isCloseTo(expected, within(48));
    }
  }

  @Test
  void mix_of60Voices_works() throws Exception {
    var clips = new ArrayList<AudioClip>();
    for (int i = 0; i < 60; i++) {
      clips.add(clip(tone, Role.VOICE, i * 0.25, 0.3, 0));
    }
    clips.add(clip(music, Role.MUSIC, 0, 1000, -12));

    assertGood(mix(450, clips.toArray(AudioClip[]::new)));
  }

  @Test
  void mix_ofMusicUnderSpeech_ducksItRepeatsItAndEndsSoftly() throws Exception {
    var voice = TestMedia.sound(folder.resolve("high.wav"), "sine=3000:r=48000:d=3");
    var result = mix(300, clip(voice, Role.VOICE, 3, 3, 0), clip(music, Role.MUSIC, 0, 1000, -12));

    var samples = TestMedia.samples(TestCall.path(result.audio()));
    double before = level(samples, 330, 1.0, 2.5);
    double under = level(samples, 330, 4.0, 5.5);
    double after = level(samples, 330, 7.2, 8.2);
    double end = level(samples, 330, 9.85, 9.99);
    assertThat(20 * Math.log10(before / under)).isBetween(4.0, 9.0);
    assertThat(after).isCloseTo(before, within(before * 0.15));
    assertThat(end).isLessThan(before * 0.25);
  }

  @Test
  void mix_ofMusicBeyondTheEnd_isCutToTheVideo() throws Exception {
    var result = mix(61, clip(music, Role.MUSIC, 1, 1000, 0));

    var file = composer.probe(TestCall.path(result.audio()));
    assertThat(file.duration().toMillis()).isBetween(2032L, 2034L);
    assertThat(file.audio().sampleRate()).isEqualTo(48_000);
    assertThat(file.audio().channels()).isEqualTo(2);
  }

  private static void assertGood(MixResult result) {
    assertThat(result.loudness()).isCloseTo(-14, within(1.0));
    assertThat(result.truePeak()).isLessThanOrEqualTo(-1.5);
  }

  private static int firstLoud(short[] samples, int from) {
    for (int i = from; i < samples.length; i++) {
      if (Math.abs(samples[i]) > 1500) {
        return i;
      }
    }
    return -1;
  }

  /** Amplitude of one frequency (Goertzel). */
  private static double level(short[] samples, double hertz, double from, double to) {
    int begin = (int) (from * 48_000);
    int end = Math.min(samples.length, (int) (to * 48_000));
    double real = 0;
    double imaginary = 0;
    for (int i = begin; i < end; i++) {
      double angle = 2 * Math.PI * hertz * i / 48_000;
      real += samples[i] * Math.cos(angle);
      imaginary += samples[i] * Math.sin(angle);
    }
    return Math.hypot(real, imaginary) / (end - begin);
  }

  private MixResult mix(int frames, AudioClip... clips) throws Exception {
    return composer.mix(
        new MixRequest(List.of(clips), frames, 30, MixRequest.LOUDNESS, MixRequest.TRUE_PEAK),
        new TestCall(folder));
  }

  private static AudioClip clip(Path file, Role role, double start, double length, double gain)
      throws Exception {
    return new AudioClip(
        TestCall.artifact(file, "audio/wav"),
        role,
        Duration.ofMillis(Math.round(start * 1000)),
        Duration.ofMillis(Math.round(length * 1000)),
        gain);
  }
}
