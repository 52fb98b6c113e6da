package io.vidgen.rest.internal.elevenlabs;

import io.vidgen.rest.elevenlabs.ElevenLabsOptions;
import io.vidgen.rest.elevenlabs.ElevenLabsSpeechProvider;
import io.vidgen.rest.internal.http.ClientLimits;
import io.vidgen.rest.internal.http.VendorClient;
import java.util.Map;

/** The way to the vendor. */
public final class Api {
  /** What the smallest plan runs at once; answers tell more. */
  private static final int SMALLEST_PLAN = 2;

  private Api() {}

  /** Makes a client; connects to nothing. */
  public static VendorClient client(ElevenLabsOptions options) {
    var key = options.key();
    return VendorClient.builder(ElevenLabsSpeechProvider.ID, options.url())
        .credentials(() -> Map.of("xi-api-key", key.reveal()))
        .addSecret(key)
        .errors(new ElevenLabsErrors())
        .limits(
            ClientLimits.DEFAULT
                .submit(options.timeout(), options.timeout())
                .places(options.concurrency().orElse(SMALLEST_PLAN))
                .answerBytes(PartLength.answerBytes(options.partLength())))
        .build();
  }
}
