package io.vidgen.ffmpeg;

import io.vidgen.model.Artifact;
import io.vidgen.spi.VideoComposer;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.VideoComposerContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract of every composer, with ffmpeg. */
class ComposerContractIT extends VideoComposerContract {
  @TempDir Path folder;

  @Override
  protected VideoComposer composer() {
    return FfmpegComposer.create(TestMedia.options());
  }

  @Override
  protected Artifact picture(FakeCallContext context) {
    var file = TestMedia.still(folder.resolve("picture.png"), "testsrc2=s=144x256");
    return input(file, "image/png", context);
  }

  @Override
  protected Artifact sound(FakeCallContext context) {
    var file = TestMedia.sound(folder.resolve("sound.wav"), "sine=440:d=1");
    return input(file, "audio/wav", context);
  }

  private static Artifact input(Path file, String type, FakeCallContext context) {
    try {
      return context.input(Files.readAllBytes(file), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
