package io.vidgen.sandbox.internal.did;

import static io.vidgen.sandbox.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.TestClient;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A sandbox in virtual time with ten credits, and a client of its D-ID. */
abstract class DidFixture {
  static final String TALK =
      "{\"source_url\":\"https://example.invalid/face.jpg\",\"script\":{\"type\":\"text\","
          + "\"input\":\"The fox sleeps in the grass.\"},\"user_data\":\"attempt-1\"}";
  static final Duration LONG = Duration.ofMinutes(5);
  Sandbox sandbox;
  TestClient did;

  @BeforeEach
  void start() {
    sandbox =
        Sandbox.builder()
            .virtualTime(Instant.parse("2026-01-01T00:00:00Z"))
            .scale(1)
            .credits(BigDecimal.TEN)
            .start();
    did = TestClient.did(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  String create(String path, String body) throws Exception {
    var created = did.post(path, body);
    assertThat(created.statusCode()).as(text(created)).isEqualTo(201);
    return json(created).path("id").asText();
  }

  static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  JsonNode talk(String id) throws Exception {
    return json(did.get("/talks/" + id));
  }
}
