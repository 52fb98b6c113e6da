package io.vidgen.sandbox.internal.coqui;

import io.vidgen.sandbox.internal.media.MediaTool;
import io.vidgen.sandbox.internal.server.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Formats of the OpenAI-style route. */
final class CoquiFormats {
  private static final int HEADER = 44;

  private final MediaTool media;
  private final int rate;

  CoquiFormats(MediaTool media, int rate) {
    this.media = media;
    this.rate = rate;
  }

  /** The answer; an unknown format is refused only now, after the synthesis. */
  Reply reply(Path wav, String format) throws IOException, InterruptedException {
    return switch (format) {
      case "wav" -> Reply.bytes(200, "audio/wav", Files.readAllBytes(wav));
      case "pcm" -> {
        var bytes = Files.readAllBytes(wav);
        yield Reply.bytes(200, "audio/L16", Arrays.copyOfRange(bytes, HEADER, bytes.length));
      }
      case "mp3" -> converted(wav, "audio/mpeg", "mp3", "libmp3lame");
      case "opus" -> converted(wav, "audio/ogg", "ogg", "libopus");
      case "aac" -> converted(wav, "audio/aac", "m4a", "aac");
      case "flac" -> converted(wav, "audio/flac", "flac", "flac");
      default -> Reply.text(400, "text/html; charset=utf-8", "Unsupported format");
    };
  }

  private Reply converted(Path wav, String type, String extension, String codec)
      throws IOException, InterruptedException {
    var options =
        List.of("-c:a", codec, "-ar", String.valueOf(codec.equals("libopus") ? 48_000 : rate));
    return Reply.bytes(200, type, Files.readAllBytes(media.convert(wav, options, extension)));
  }
}
