package io.vidgen.sandbox.internal.did;

import static io.vidgen.sandbox.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpServer;
import io.vidgen.ffmpeg.FfmpegComposer;
import io.vidgen.ffmpeg.FfmpegOptions;
import io.vidgen.sandbox.TestClient;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D-ID's talks, as a client sees them come, go and be fetched. */
final class DidImitationTest extends DidFixture {
  @Test
  void talk_overTime_goesFromCreatedToDoneWithAVideoAsLongAsItsSpeech(@TempDir Path folder)
      throws Exception {
    var id = create("/talks", TALK);
    assertThat(id).startsWith("tlk_");
    assertThat(talk(id).path("status").asText()).isEqualTo("created");

    sandbox.advance(Duration.ofSeconds(10));
    var running = talk(id);
    assertThat(running.path("status").asText()).isEqualTo("started");
    assertThat(running.path("pending_url").asText()).startsWith("s3://");
    assertThat(running.has("result_url")).isFalse();

    sandbox.advance(LONG);
    var done = talk(id);
    assertThat(done.path("status").asText()).isEqualTo("done");
    assertThat(done.has("pending_url")).isFalse();
    assertThat(done.path("user_data").asText()).isEqualTo("attempt-1");

    var bare = new TestClient("");
    var download = bare.get(done.path("result_url").asText());
    assertThat(download.statusCode()).isEqualTo(200);
    assertThat(download.headers().firstValue("content-type")).contains("video/mp4");
    var file = Files.write(folder.resolve("talk.mp4"), download.body());
    var info = FfmpegComposer.create(FfmpegOptions.ofDefaults()).probe(file);
    assertThat(info.video().width()).isEqualTo(512);
    assertThat(info.duration().toMillis() / 1000.0)
        .isCloseTo(done.path("duration").asDouble(), within(0.15));
    assertThat(sandbox.hear(file)).get().extracting(h -> h.text()).asString().contains("fox");
    assertThat(sandbox.leaks()).isEmpty();
  }

  @Test
  void resultAddress_afterADay_hasExpiredAndTheNextGetSignsAFreshOne() throws Exception {
    var id = create("/talks", TALK);
    sandbox.advance(LONG);
    var first = talk(id).path("result_url").asText();
    var bare = new TestClient("");
    assertThat(bare.get(first).statusCode()).isEqualTo(200);

    sandbox.advance(Duration.ofHours(24));

    var late = bare.get(first);
    assertThat(late.statusCode()).isEqualTo(403);
    assertThat(text(late)).contains("<Code>AccessDenied</Code>");
    var second = talk(id).path("result_url").asText();
    assertThat(second).isNotEqualTo(first);
    assertThat(bare.get(second).statusCode()).isEqualTo(200);
    assertThat(bare.get(second + "x").statusCode()).isEqualTo(403);
  }

  @Test
  void resultAddress_withAuthorization_isNotedAsLeak() throws Exception {
    var id = create("/talks", TALK);
    sandbox.advance(LONG);

    did.get(talk(id).path("result_url").asText());

    assertThat(sandbox.leaks()).hasSize(1);
    assertThat(sandbox.leaks().get(0).header()).isEqualTo("authorization");
    assertThat(sandbox.leaks().toString()).doesNotContain("password");
  }

  @Test
  void list_ofManyTalks_comesInPagesNewestFirst() throws Exception {
    var ids = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      ids.add(0, create("/talks", TALK));
    }
    var seen = new ArrayList<String>();
    var token = "";
    do {
      var page = json(did.get("/talks?limit=2" + token));
      page.path("talks").forEach(t -> seen.add(t.path("id").asText()));
      assertThat(page.path("talks").get(0).path("user_data").asText()).isEqualTo("attempt-1");
      token = page.has("token") ? "&token=" + page.path("token").asText() : "";
    } while (!token.isEmpty());
    assertThat(seen).isEqualTo(ids);
  }

  @Test
  void delete_ofARunningTalk_isRefusedUntilItIsDone() throws Exception {
    var id = create("/talks", TALK);
    assertThat(did.delete("/talks/" + id).statusCode()).isEqualTo(409);
    sandbox.advance(LONG);
    assertThat(json(did.delete("/talks/" + id)).path("id").asText()).isEqualTo(id);
    assertThat(did.get("/talks/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void webhook_onThisMachine_isCalledAtTheEnd() throws Exception {
    var bodies = new ArrayBlockingQueue<String>(4);
    var server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    server.createContext(
        "/hook",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    try {
      var hook = "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?token=t";
      var id =
          create(
              "/talks",
              TALK.replace("\"user_data\"", "\"webhook\":\"" + hook + "\",\"user_data\""));
      assertThat(bodies).isEmpty();
      sandbox.advance(LONG);
      assertThat(bodies.poll(10, TimeUnit.SECONDS)).contains(id, "\"done\"", "attempt-1");
    } finally {
      server.stop(0);
    }
  }
}
