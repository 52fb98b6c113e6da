package io.vidgen.rest.did;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.error.VidgenException;
import io.vidgen.model.Artifact;
import io.vidgen.model.RemoteOperation;
import io.vidgen.spi.AvatarRequest;
import io.vidgen.testkit.FakeCallContext;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A provider, a vendor on 127.0.0.1 that takes uploads, and what is often asked of both. */
abstract class DidFixture {
  static final String FACE = "s3://images/u/img_1/face.jpg";
  static final RemoteOperation TALK =
      new RemoteOperation("d-id", "tlk_1", Instant.parse("2026-11-21T08:00:00Z"), Map.of());
  FakeDid vendor;
  FakeCallContext context;

  @BeforeEach
  void start() throws IOException {
    vendor = new FakeDid();
    context = FakeCallContext.create();
    vendor.answers("POST /images", 201, "{\"url\":\"" + FACE + "\",\"id\":\"img_1\"}");
    vendor.answers("POST /audios", 201, "{\"url\":\"s3://audios/u/aud_1/a.wav\"}");
  }

  @AfterEach
  void stop() {
    context.close();
    vendor.close();
  }

  DidAvatarProvider provider() {
    return new DidAvatarProvider(vendor.options().build());
  }

  void accepts() {
    vendor.answers("POST /talks", 201, "{\"id\":\"tlk_1\",\"status\":\"created\"}");
  }

  void done(String path) {
    vendor.answers(
        "GET /talks/tlk_1",
        200,
        "{\"id\":\"tlk_1\",\"status\":\"done\",\"config\":{\"result_format\":\".mp4\"},"
            + "\"result_url\":\""
            + vendor.address()
            + path
            + "?Expires=1\"}");
  }

  VidgenException failure(AvatarRequest request) {
    return catchThrowableOfType(
        VidgenException.class, () -> provider().work().submit(request, context));
  }

  static AvatarRequest timed(Artifact face, Artifact wav, Duration time) {
    return new AvatarRequest(face, null, null, wav, Locale.ENGLISH, null, 0, time);
  }
}
