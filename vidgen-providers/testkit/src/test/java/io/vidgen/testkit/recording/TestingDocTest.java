package io.vidgen.testkit.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.VideoFormat;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.ImageRequest;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.FakeImageProvider;
import io.vidgen.testkit.ImageProviderContract;
import io.vidgen.testkit.SecretHunt;
import io.vidgen.testkit.openapi.OpenApiDocument;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/testing.md. */
@Timeout(300)
class TestingDocTest {
  private static final String DOCUMENT =
      """
      {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {"/jobs": {"post": {
       "requestBody": {"content": {"application/json": {"schema": {"type": "object",
         "required": ["text"], "properties": {"text": {"type": "string"}}}}}},
       "responses": {"201": {"description": "made", "content": {"application/json": {"schema": {
         "type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}}}}}}}}}
      """;

  // tag::contract[]
  @Nested
  class LakeImagesTest extends ImageProviderContract {
    @Override
    protected ImageProvider provider() {
      return FakeImageProvider.create(); // yours
    }

    @Override
    protected ImageRequest request(FakeCallContext context) {
      return new ImageRequest("a lake", "ink", VideoFormat.PORTRAIT, List.of(), null, 0);
    }
  }

  // end::contract[]

  @Test
  void recording_madeOnce_isReplayedAndChecked(@TempDir Path home) throws Exception {
    var directory = home.resolve("recording");
    var document = Files.writeString(home.resolve("api.json"), DOCUMENT);
    var key = SmallVendor.KEY;
    try (var real = new SmallVendor()) {
      var vendor = real.address();
      // tag::record[]
      var options = RecordingOptions.ofDefaults().secrets(key);
      try (var proxy = RecordingProxy.record(vendor, directory, options)) {
        useAdapter(proxy.address()); // by its setting for the vendor's URL
      }
      // end::record[]
    }

    // tag::replay[]
    try (var proxy = RecordingProxy.replay(directory, RecordingOptions.ofDefaults())) {
      useAdapter(proxy.address());
      assertThat(proxy.unmatched()).isEmpty();
      assertThat(proxy.remaining()).isEmpty();
    }
    // end::replay[]

    // tag::openapi[]
    var api = OpenApiDocument.load(document).lenient();
    for (var exchange : RecordingProxy.exchanges(directory)) {
      assertThat(api.check(exchange)).isEmpty();
    }
    assertThat(api.coverage().missing()).isEmpty();
    // end::openapi[]

    var log = "";
    var thrown = new IllegalStateException("nothing here");
    // tag::hunt[]
    var hunt = SecretHunt.of(key);
    assertThat(hunt.inFiles(directory)).isEmpty();
    assertThat(hunt.inText("log", log)).isEmpty();
    assertThat(hunt.inThrowable(thrown)).isEmpty();
    assertThat(hunt.inChildProcesses()).isEmpty();
    // end::hunt[]
  }

  private static void useAdapter(URI vendor) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(vendor + "/jobs"))
            .header("content-type", "application/json")
            .header("authorization", "Bearer " + SmallVendor.KEY)
            .POST(BodyPublishers.ofString("{\"text\": \"Hi\"}"))
            .build();
    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode())
        .isEqualTo(201);
  }
}
