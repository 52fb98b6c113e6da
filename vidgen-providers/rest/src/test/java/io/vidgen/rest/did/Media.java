package io.vidgen.rest.did;

import io.vidgen.audio.WavWriter;
import io.vidgen.model.Artifact;
import io.vidgen.spi.AvatarRequest;
import io.vidgen.testkit.FakeCallContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** The smallest files, and requests that hold them. */
final class Media {
  static final String HELLO = "Hello from a talking face.";

  private static final int SIDE = 128;

  private Media() {}

  static byte[] png() {
    return bytes("\u0089PNG\r\n\u001a\n and a picture");
  }

  /** A picture that can be opened: a grey square. */
  static byte[] picture() {
    var rows = new byte[SIDE * (SIDE + 1)];
    Arrays.fill(rows, (byte) 0x80);
    for (int y = 0; y < SIDE; y++) {
      rows[y * (SIDE + 1)] = 0;
    }
    var deflater = new Deflater();
    var packed = new byte[rows.length];
    deflater.setInput(rows);
    deflater.finish();
    int size = deflater.deflate(packed);
    deflater.end();
    var header = ByteBuffer.allocate(13).putInt(SIDE).putInt(SIDE).put((byte) 8).array();
    var out = new ByteArrayOutputStream();
    out.writeBytes(bytes("\u0089PNG\r\n\u001a\n"));
    out.writeBytes(chunk("IHDR", header));
    out.writeBytes(chunk("IDAT", Arrays.copyOf(packed, size)));
    out.writeBytes(chunk("IEND", new byte[0]));
    return out.toByteArray();
  }

  /** A recording that can be played: a second and a half of a tone. */
  static byte[] recording(Path directory) throws IOException {
    var file = directory.resolve("tone.wav");
    var tone = new float[24_000];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (float) (0.3 * Math.sin(i * 0.08));
    }
    try (var wav = new WavWriter(file, 16_000)) {
      wav.write(tone, tone.length);
    }
    return Files.readAllBytes(file);
  }

  private static byte[] chunk(String name, byte[] data) {
    var crc = new CRC32();
    crc.update(bytes(name));
    crc.update(data);
    return ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(bytes(name))
        .put(data)
        .putInt((int) crc.getValue())
        .array();
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
