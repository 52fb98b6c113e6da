package io.vidgen.rest.wav2lip;

import io.vidgen.audio.WavWriter;
import io.vidgen.spi.LipSyncRequest;
import io.vidgen.testkit.FakeCallContext;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import javax.imageio.ImageIO;

/** A drawn face and a hum. */
final class FaceAndSpeech {
  static final Duration LENGTH = Duration.ofSeconds(1);
  private static final int RATE = 16_000;

  private FaceAndSpeech() {}

  static LipSyncRequest request(FakeCallContext context) {
    return request(context, 96);
  }

  static LipSyncRequest request(FakeCallContext context, int pixels) {
    return new LipSyncRequest(
        context.input(face(pixels), "image/png"), context.input(speech(), "audio/wav"), 0, LENGTH);
  }

  static byte[] face(int pixels) {
    var image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_RGB);
    var g = image.createGraphics();
    g.setColor(Color.PINK);
    g.fillOval(pixels / 4, pixels / 8, pixels / 2, pixels * 3 / 4);
    g.dispose();
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] speech() {
    try {
      var file = Files.createTempFile("speech", ".wav");
      try (var wav = new WavWriter(file, RATE)) {
        var samples = new float[RATE];
        for (int i = 0; i < samples.length; i++) {
          samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * 220 * i / RATE));
        }
        wav.write(samples, samples.length);
      }
      var bytes = Files.readAllBytes(file);
      Files.delete(file);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
