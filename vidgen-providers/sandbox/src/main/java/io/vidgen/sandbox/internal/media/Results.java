package io.vidgen.sandbox.internal.media;

import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.Vendor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Files under addresses that look as if they were signed, and that expire. */
public interface Results {

  /**
   * A fresh address of a file.
   *
   * @param vendor in whose books a download is noted, as operation {@code DownloadResult}
   * @param file stays where it is
   * @param key path in a bucket, such as {@code talks-prod/auth0/tlk_1/video.mp4}
   * @param contentType of the answer
   * @param validity from now on by the sandbox's clock
   * @param fate what is wrong with the result; others than those of results are ignored
   * @return an address of this sandbox, or a forbidden one where the fate says so
   */
  String address(
      Vendor vendor,
      Path file,
      String key,
      String contentType,
      Duration validity,
      Optional<Fault.Fate> fate);
}
