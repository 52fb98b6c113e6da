package io.vidgen.rest.wav2lip;

import io.vidgen.rest.internal.http.BaseAddress;
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
   * Checks the address. Plain HTTP to a host elsewhere is up to who calls this; {@link #of} refuses
   * it.
   *
   * @throws io.vidgen.error.VidgenException of kind {@code INVALID_REQUEST} if it is not http or
   *     https, or holds a user, a query or a fragment
   */
  public Wav2LipServer {
    url = checked(url, true);
  }

  /**
   * With the defaults.
   *
   * @param url base address; plain HTTP only if its host looks local
   * @param shape what its interface looks like
   * @return the server
   * @throws io.vidgen.error.VidgenException of kind {@code INVALID_REQUEST} if the address is
   *     another one
   */
  public static Wav2LipServer of(URI url, Wav2LipShape shape) {
    return new Wav2LipServer(checked(url, false), shape, 1, Duration.ofMinutes(30));
  }

  private static URI checked(URI url, boolean allowHttp) {
    return BaseAddress.checked(BaseAddress.Source.of(Wav2LipLipSyncProvider.ID, allowHttp), url);
  }
}
