package io.vidgen.rest.did;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.rest.internal.did.MovieLength;
import io.vidgen.rest.internal.http.Expected;
import io.vidgen.rest.internal.http.ExpiredAddressException;
import io.vidgen.rest.internal.http.MediaKind;
import io.vidgen.rest.internal.http.Received;
import io.vidgen.rest.internal.http.VendorClient;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.ClipResult;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Fetches finished videos. */
final class DidDownload {
  private static final Expected VIDEO = Expected.of(Expected.VIDEO, MediaKind.MP4, MediaKind.MOV);

  private final VendorClient client;

  DidDownload(VendorClient client) {
    this.client = client;
  }

  /**
   * Downloads and stores a video; an address that has run out is asked for once more.
   *
   * @param asking gives the video with a fresh address
   * @param spoken length of the recording, for a file that does not say its own; may be null
   * @param context where files go
   */
  ClipResult clip(Supplier<DidVideo> asking, @Nullable Duration spoken, CallContext context)
      throws IOException {
    var video = asking.get();
    Received file;
    try {
      file = client.download(address(video), VIDEO, context);
    } catch (ExpiredAddressException e) {
      video = asking.get();
      file = again(video, context);
    }
    var length = length(file, video, spoken);
    var artifact = context.store(file.file(), file.kind().mediaType());
    return new ClipResult(artifact, length, true);
  }

  /**
   * A fresh address that is refused is trouble where the file lies: as long as D-ID has the video,
   * it must not count as gone, since what is gone is bought again.
   */
  private Received again(DidVideo video, CallContext context) throws IOException {
    try {
      return client.download(address(video), VIDEO, context);
    } catch (ExpiredAddressException e) {
      var failure =
          Failure.of(
              FailureKind.UNAVAILABLE,
              "D-ID's fresh address of " + video.id() + " answered " + e.status(),
              "render again later: it is fetched, not bought again");
      throw new VidgenException(failure.charged(null), e);
    }
  }

  private static URI address(DidVideo video) {
    var address = video.resultUrl();
    var scheme = address == null ? null : address.getScheme();
    if (address == null || scheme == null || !scheme.startsWith("http")) {
      throw VidgenException.of(
          FailureKind.PROTOCOL,
          "D-ID gives no address to fetch " + video.id() + " from",
          "look at the video in D-ID's studio");
    }
    return address;
  }

  private static Duration length(Received file, DidVideo video, @Nullable Duration spoken)
      throws IOException {
    return MovieLength.read(file.file())
        .or(() -> Optional.ofNullable(video.duration()))
        .or(() -> Optional.ofNullable(spoken))
        .orElseThrow(
            () ->
                VidgenException.of(
                    FailureKind.PROTOCOL,
                    "the video " + video.id() + " from D-ID does not say how long it is",
                    "look at the video in D-ID's studio"));
  }
}
