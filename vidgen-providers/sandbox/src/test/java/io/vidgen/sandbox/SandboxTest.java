package io.vidgen.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Starting it in every way, and that a seed decides everything. */
class SandboxTest {
  private static final String TALK =
      "{\"source_url\":\"https://example.invalid/face.jpg\",\"script\":{\"type\":\"text\","
          + "\"input\":\"The fox sleeps.\"},\"user_data\":\"a\"}";

  @ExtendWith(SandboxExtension.class)
  static class WithDefaults {
    @Test
    void parameter_isARunningSandbox(Sandbox sandbox) throws Exception {
      assertThat(TestClient.did(sandbox).get("/credits").statusCode()).isEqualTo(200);
    }
  }

  @RegisterExtension
  static final SandboxExtension CHOSEN =
      SandboxExtension.with(b -> b.virtualTime(Instant.EPOCH).seed(7));

  @Test
  void registeredExtension_hasItsChoices(Sandbox sandbox) {
    assertThat(sandbox.clock().instant()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void sameSeed_sameIdsTimesAndPictures() throws Exception {
    assertThat(run(7)).isEqualTo(run(7)).isNotEqualTo(run(8));
  }

  private static List<String> run(long seed) throws Exception {
    var seen = new ArrayList<String>();
    try (var sandbox = Sandbox.builder().seed(seed).scale(1).virtualTime(Instant.EPOCH).start()) {
      var did = TestClient.did(sandbox);
      for (int i = 0; i < 3; i++) {
        did.post("/talks", TALK);
      }
      sandbox.charges().forEach(c -> seen.add(c.id()));
      for (int i = 0; i < 30; i++) {
        sandbox.advance(Duration.ofSeconds(1));
        for (Charge charge : sandbox.charges()) {
          var talk = TestClient.json(did.get("/talks/" + charge.id()));
          seen.add(talk.path("status").asText() + talk.path("metadata"));
        }
      }
    }
    return seen;
  }

  @Test
  void commandLine_printsAddressesAndSettings() throws Exception {
    try (var sandbox =
        Main.start("--seed", "7", "--scale", "0.5", "--fault", "d-id GetCredits html:503")) {
      var out = new ByteArrayOutputStream();
      Main.describe(sandbox, new PrintStream(out, true, StandardCharsets.UTF_8));
      assertThat(out.toString(StandardCharsets.UTF_8))
          .contains(sandbox.url(Vendor.DID), "DID_API_KEY=");
      var did = TestClient.did(sandbox);
      assertThat(did.get("/credits").statusCode()).isEqualTo(503);
      assertThat(did.get("/credits").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void commandLine_thatMakesNoSense_saysSo() {
    assertThatIllegalArgumentException().isThrownBy(() -> Main.start("--colour", "red"));
    assertThatIllegalArgumentException().isThrownBy(() -> Main.start("--seed"));
    assertThatIllegalArgumentException().isThrownBy(() -> Main.start("--fault", "html:503"));
  }

  @Test
  void realTime_withScale_isAsFastAsTheScaleSays() throws Exception {
    try (var sandbox = Sandbox.builder().scale(0.01).start()) {
      var did = TestClient.did(sandbox);
      var id = TestClient.json(did.post("/talks", TALK)).path("id").asText();
      var limit = Instant.now().plusSeconds(100);
      var status = "";
      while (!status.equals("done") && Instant.now().isBefore(limit)) {
        status = TestClient.json(did.get("/talks/" + id)).path("status").asText();
      }
      assertThat(status).isEqualTo("done");
    }
  }
}
