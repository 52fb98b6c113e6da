package io.vidgen.sandbox.internal.elevenlabs;

import io.vidgen.sandbox.internal.media.MediaTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Turns a recording into the format that was asked for. */
final class SoundKinds {
  private static final List<String> SAMPLED =
      List.of("8000", "16000", "22050", "24000", "32000", "44100", "48000");
  private static final Set<String> COMPRESSED =
      Set.of(
          "alaw_8000",
          "ulaw_8000",
          "mp3_22050_32",
          "mp3_24000_48",
          "mp3_44100_32",
          "mp3_44100_64",
          "mp3_44100_96",
          "mp3_44100_128",
          "mp3_44100_192",
          "opus_48000_32",
          "opus_48000_64",
          "opus_48000_96",
          "opus_48000_128",
          "opus_48000_192");
  private static final int WAV_HEADER = 44;

  private final MediaTool media;

  SoundKinds(MediaTool media) {
    this.media = media;
  }

  /** Whether there is such a format. */
  static boolean exists(String format, boolean stream) {
    var all = new TreeSet<>(COMPRESSED);
    for (var rate : SAMPLED) {
      all.add("pcm_" + rate);
      if (!stream) {
        all.add("wav_" + rate);
      }
    }
    return all.contains(format);
  }

  /** Content-Type, which the vendor documents for MP3 only. */
  static String type(String format) {
    return switch (format.substring(0, format.indexOf('_'))) {
      case "pcm" -> "audio/pcm";
      case "wav" -> "audio/wav";
      case "opus" -> "audio/ogg";
      case "alaw", "ulaw" -> "audio/basic";
      default -> "audio/mpeg";
    };
  }

  byte[] make(Path wav, String format) throws IOException, InterruptedException {
    var parts = format.split("_", -1);
    var sampled = List.of("-ac", "1", "-ar", parts[1], "-map_metadata", "-1", "-bitexact");
    return switch (parts[0]) {
      case "pcm" -> {
        var whole = Files.readAllBytes(media.convert(wav, sampled, "wav"));
        yield Arrays.copyOfRange(whole, WAV_HEADER, whole.length);
      }
      case "wav" -> Files.readAllBytes(media.convert(wav, sampled, "wav"));
      case "opus" -> compressed(wav, parts, "libopus", "ogg");
      case "alaw", "ulaw" ->
          Files.readAllBytes(
              media.convert(
                  wav,
                  List.of("-ac", "1", "-ar", parts[1], "-c:a", "pcm_" + letter(parts[0]) + "law"),
                  "wav"));
      default -> compressed(wav, parts, "libmp3lame", "mp3");
    };
  }

  private static String letter(String kind) {
    return kind.equals("alaw") ? "a" : "mu";
  }

  private byte[] compressed(Path wav, String[] parts, String codec, String extension)
      throws IOException, InterruptedException {
    var options = List.of("-ac", "1", "-ar", parts[1], "-c:a", codec, "-b:a", parts[2] + "k");
    return Files.readAllBytes(media.convert(wav, options, extension));
  }
}
