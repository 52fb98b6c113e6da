package io.vidgen.sandbox;

import io.vidgen.model.WordTiming;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Every recording of speech that the sandbox made or was told of, found again by how its loudness
 * goes up and down: after another encoding, another sampling rate, a change of gain, some silence
 * before or after. Safe for use by several threads.
 */
public interface SpokenAudio {

  /**
   * Adds a recording.
   *
   * @param audio any file with sound that ffmpeg reads
   * @param words what is said in it, with times from its start
   * @param language BCP 47 tag, such as {@code en}
   * @throws IOException if it cannot be read
   * @throws InterruptedException if the thread was interrupted
   */
  void register(Path audio, List<WordTiming> words, String language)
      throws IOException, InterruptedException;

  /**
   * Listens to a file.
   *
   * @param audio any file with sound that ffmpeg reads
   * @return the recording that it holds; empty if it is none that is known
   * @throws IOException if it cannot be read
   * @throws InterruptedException if the thread was interrupted
   */
  Optional<Heard> hear(Path audio) throws IOException, InterruptedException;
}
