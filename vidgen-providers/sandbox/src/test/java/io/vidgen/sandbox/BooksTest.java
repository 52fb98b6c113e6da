package io.vidgen.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The books outlive the sandbox. */
class BooksTest {
  private static final String TALK =
      "{\"source_url\":\"https://example.invalid/face.jpg\",\"script\":{\"type\":\"text\","
          + "\"input\":\"The fox sleeps.\"},\"user_data\":\"a\"}";

  @Test
  void books_afterARestart_goOn(@TempDir Path folder) throws Exception {
    Charge first;
    try (var sandbox = Sandbox.builder().books(folder).start()) {
      TestClient.did(sandbox).post("/talks", TALK);
      first = sandbox.charges().get(0);
    }
    Files.writeString(
        folder.resolve("charges.jsonl"), "{\"at\":\"torn by a cra", StandardOpenOption.APPEND);

    try (var sandbox = Sandbox.builder().books(folder).start()) {
      assertThat(sandbox.charges()).containsExactly(first);
      assertThat(sandbox.requests(Vendor.DID, "CreateTalk")).hasSize(1);
      var credits = TestClient.json(TestClient.did(sandbox).get("/credits"));
      assertThat(credits.path("remaining").asDouble()).isEqualTo(999);
      TestClient.did(sandbox).post("/talks", TALK);
      assertThat(sandbox.charges(Vendor.DID)).hasSize(2);
    }
    assertThat(Files.readAllLines(folder.resolve("charges.jsonl"))).hasSize(2);
  }

  @Test
  void books_neverHoldACredential(@TempDir Path folder) throws Exception {
    try (var sandbox = Sandbox.builder().books(folder).start()) {
      var client = new TestClient(sandbox.url(Vendor.DID));
      client.with("Authorization", "Basic user:hunter2").with("xi-api-key", "hunter2");
      client.post("/talks", TALK);
      client.get("/credits?key=hunter2");
      assertThat(sandbox.leaks()).hasSize(2).allMatch(l -> l.header().equals("xi-api-key"));
      assertThat(sandbox.requests().toString() + sandbox.charges() + sandbox.leaks())
          .doesNotContain("hunter2");
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertThat(file).content().doesNotContain("hunter2");
      }
    }
  }
}
