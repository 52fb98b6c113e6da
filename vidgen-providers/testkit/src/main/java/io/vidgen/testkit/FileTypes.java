package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.Artifact;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Asserts that a stored file is what its type says, by its first bytes. */
final class FileTypes {
  private static final int ENOUGH = 16;

  private FileTypes() {}

  static void check(Artifact artifact, FakeCallContext context) {
    var bytes = context.bytes(artifact);
    assertThat((long) bytes.length)
        .as("size of %s", artifact)
        .isPositive()
        .isEqualTo(artifact.size());
    var head = new String(bytes, 0, Math.min(ENOUGH, bytes.length), StandardCharsets.ISO_8859_1);
    var type = artifact.mediaType().toLowerCase(Locale.ROOT);
    assertThat(fits(type, head)).as("%s begins like one: %s", type, head).isTrue();
  }

  private static boolean fits(String type, String head) {
    return switch (type) {
      case "image/png" -> head.startsWith("\u0089PNG\r\n\u001a\n");
      case "image/jpeg" -> head.startsWith("\u00ff\u00d8\u00ff");
      case "image/webp" -> head.startsWith("RIFF") && head.startsWith("WEBP", 8);
      case "video/mp4", "audio/mp4", "audio/m4a", "audio/x-m4a", "video/quicktime" ->
          head.startsWith("ftyp", 4);
      case "video/webm", "audio/webm", "video/x-matroska" -> head.startsWith("\u001aE\u00df\u00a3");
      case "audio/wav", "audio/x-wav", "audio/wave" ->
          head.startsWith("RIFF") && head.startsWith("WAVE", 8);
      case "audio/mpeg", "audio/mp3" -> head.startsWith("ID3") || isMpegFrame(head);
      case "audio/ogg", "audio/opus" -> head.startsWith("OggS");
      case "audio/flac" -> head.startsWith("fLaC");
      // Sound without a header, such as audio/pcm, has nothing to look at.
      default -> true;
    };
  }

  private static boolean isMpegFrame(String head) {
    return head.length() > 1 && head.charAt(0) == 0xff && (head.charAt(1) & 0xe0) == 0xe0;
  }
}
