package io.vidgen.sandbox.internal.did;

import io.vidgen.sandbox.internal.media.Presenter;
import java.io.IOException;
import java.nio.file.Files;

/** Pictures of a face. */
final class SamplePicture {
  private SamplePicture() {}

  static byte[] png(int side) throws IOException {
    var file = Files.createTempFile("face", ".png");
    try {
      Presenter.draw("sample", side, side, file);
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }
}
