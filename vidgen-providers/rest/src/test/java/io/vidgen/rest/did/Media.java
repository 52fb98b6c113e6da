package io.vidgen.rest.did;

import io.vidgen.model.Artifact;
import io.vidgen.spi.AvatarRequest;
import io.vidgen.testkit.FakeCallContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The smallest files, and requests that hold them. */
final class Media {
  static final String HELLO = "Hello from a talking face.";

  private Media() {}

  static byte[] png() {
    return bytes("\u0089PNG\r\n\u001a\n and a picture");
  }

  static byte[] jpeg() {
    return bytes("\u00ff\u00d8\u00ff\u00e0 and a picture");
  }

  static byte[] wav() {
    return bytes("RIFF\u0000\u0000\u0000\u0000WAVEfmt and a sound");
  }

  static byte[] mp3() {
    return bytes("ID3\u0004 and a sound of some length");
  }

  /** An MP4 that says how long it is. */
  static byte[] mp4(int millis) {
    var file = ByteBuffer.allocate(24 + 8 + 108);
    file.putInt(24).put(bytes("ftypisom")).putInt(0).put(bytes("isommp42"));
    file.putInt(8 + 108).put(bytes("moov"));
    file.putInt(108).put(bytes("mvhd")).putInt(0).putInt(0).putInt(0).putInt(1000).putInt(millis);
    return file.array();
  }

  static AvatarRequest talk(FakeCallContext context, String text) {
    return talk(context, text, null);
  }

  static AvatarRequest talk(FakeCallContext context, String text, @Nullable String voice) {
    return request(context.input(jpeg(), "image/jpeg"), null, text, null, voice);
  }

  static AvatarRequest spoken(FakeCallContext context) {
    return request(
        context.input(png(), "image/png"), null, null, context.input(wav(), "audio/wav"), null);
  }

  static AvatarRequest clip(String presenter, String text) {
    return request(null, presenter, text, null, null);
  }

  static AvatarRequest request(
      @Nullable Artifact face,
      @Nullable String presenter,
      @Nullable String text,
      @Nullable Artifact speech,
      @Nullable String voice) {
    return new AvatarRequest(face, presenter, text, speech, Locale.ENGLISH, voice, 0);
  }

  private static byte[] bytes(String latin1) {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }
}
