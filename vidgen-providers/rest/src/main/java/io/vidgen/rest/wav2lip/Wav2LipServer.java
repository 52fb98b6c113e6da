package io.vidgen.rest.wav2lip;

import java.net.URI;
import java.time.Duration;

/**
 * Wav2Lip behind HTTP. There is no standard, so its shape is told.
 *
 * @param url base address, such as {@code http://127.0.0.1:8000}
 * @param shape what its interface looks like
 * @param parallel most requests at once; 1 by default
 * @param timeout longest request; 30 minutes by default
 */
public record Wav2LipServer(URI url, Wav2LipShape shape, int parallel, Duration timeout) {

  /**
   * With the defaults.
   *
   * @param url base address
   * @param shape what its interface looks like
   * @return the server
   */
  public static Wav2LipServer of(URI url, Wav2LipShape shape) {
    return new Wav2LipServer(url, shape, 1, Duration.ofMinutes(30));
  }
}
