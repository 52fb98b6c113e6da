package io.vidgen.sandbox.internal.speech;

import io.vidgen.model.WordTiming;
import io.vidgen.sandbox.Heard;
import io.vidgen.sandbox.SpokenAudio;
import io.vidgen.sandbox.internal.media.MediaTool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Knows recordings by their envelopes. */
public final class SpeechRegister implements SpokenAudio {
  private final MediaTool media;

  /** An empty register. */
  public SpeechRegister(MediaTool media) {
    this.media = Objects.requireNonNull(media);
  }

  @Override
  public void register(Path audio, List<WordTiming> words, String language)
      throws IOException, InterruptedException {
    media.decode(audio);
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public Optional<Heard> hear(Path audio) throws IOException, InterruptedException {
    throw new UnsupportedOperationException("not yet");
  }
}
