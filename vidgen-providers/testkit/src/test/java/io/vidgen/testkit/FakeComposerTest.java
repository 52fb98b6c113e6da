package io.vidgen.testkit;

import io.vidgen.model.Artifact;
import io.vidgen.spi.VideoComposer;

class FakeComposerTest extends VideoComposerContract {
  @Override
  protected VideoComposer composer() {
    return FakeComposer.create();
  }

  @Override
  protected Artifact picture(FakeCallContext context) {
    return context.input(FakeFiles.png("picture"), "image/png");
  }

  @Override
  protected Artifact sound(FakeCallContext context) {
    return context.input(new byte[] {'R', 'I', 'F', 'F'}, "audio/wav");
  }
}
