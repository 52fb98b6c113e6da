package io.vidgen.google.internal.client;

import java.net.URI;

/** Hosts of the platform by location, as the SDK 1.70.0 chooses them. */
public final class PlatformAddress {
  private PlatformAddress() {}

  /** The address for a location. */
  public static URI of(String location) {
    return switch (location) {
      case "global" -> URI.create("https://aiplatform.googleapis.com");
      case "us", "eu" -> URI.create("https://aiplatform." + location + ".rep.googleapis.com");
      default -> URI.create("https://" + location + "-aiplatform.googleapis.com");
    };
  }
}
