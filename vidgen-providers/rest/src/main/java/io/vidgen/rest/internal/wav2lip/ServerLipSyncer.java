package io.vidgen.rest.internal.wav2lip;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.rest.internal.http.ClientLimits;
import io.vidgen.rest.internal.http.Expected;
import io.vidgen.rest.internal.http.Json;
import io.vidgen.rest.internal.http.MediaKind;
import io.vidgen.rest.internal.http.VendorClient;
import io.vidgen.rest.wav2lip.Wav2LipFace;
import io.vidgen.rest.wav2lip.Wav2LipServer;
import io.vidgen.rest.wav2lip.Wav2LipShape.Result;
import io.vidgen.spi.CallContext;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Wav2Lip on a server. */
public final class ServerLipSyncer implements LipSyncer {
  /** Changes when the same answers would become another video. */
  private static final String RECIPE = "wav2lip-http-1";

  /** A video inside JSON is held in memory, and base64 makes it a third longer. */
  private static final int MOST_JSON = 64 << 20;

  private static final Duration QUESTION = Duration.ofSeconds(20);
  private static final Expected VIDEO = Expected.of(Expected.VIDEO, MediaKind.MP4);

  private final Wav2LipServer server;
  private final Wav2LipFace face;
  private final ShapedCalls calls;
  private final ServerHealth health;
  private final VendorClient client;

  /**
   * A server; connects to nothing.
   *
   * @param server where it is and what it looks like
   * @param face how it looks at faces
   */
  public ServerLipSyncer(Wav2LipServer server, Wav2LipFace face) {
    this.server = server;
    this.face = face;
    this.calls = new ShapedCalls(server.shape(), face);
    this.client =
        VendorClient.builder("wav2lip", server.url())
            .errors(new ServerErrors())
            .limits(
                ClientLimits.DEFAULT
                    .submit(server.timeout(), server.timeout())
                    .ask(shorter(server.timeout()), shorter(server.timeout()))
                    .download(server.timeout(), shorter(server.timeout()))
                    .answerBytes(MOST_JSON)
                    .places(server.parallel()))
            .build();
    this.health = new ServerHealth(client, server.shape().healthPath());
  }

  @Override
  public String identity() {
    return RECIPE + "/" + server.url().getAuthority() + "/" + server.shape() + "/" + face;
  }

  @Override
  public Path sync(FaceFiles files, CallContext context) throws IOException, InterruptedException {
    health.require(context);
    var call = calls.sync(files, context.attemptId());
    if (server.shape().result() == Result.VIDEO) {
      return client.fetch(call, VIDEO, context).file();
    }
    return video(client.submit(call, context).json(), context);
  }

  private Path video(JsonNode answer, CallContext context) throws IOException {
    Predictions.requireSuccess(answer);
    var found = Json.at(answer, server.shape().resultField().split("\\.", -1));
    var value = found.isArray() && !found.isEmpty() ? found.get(found.size() - 1) : found;
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw VidgenException.of(
          FailureKind.PROTOCOL,
          "the answer holds no video at '" + server.shape().resultField() + "'",
          "set vidgen.wav2lip.result-field to where it is");
    }
    var text = value.textValue().strip();
    return text.startsWith("data:")
        ? DataAddress.write(text, context.workDirectory().resolve("answer.mp4"))
        : client.download(address(text), VIDEO, context).file();
  }

  private static Duration shorter(Duration timeout) {
    return timeout.compareTo(QUESTION) < 0 ? timeout : QUESTION;
  }

  private URI address(String text) {
    try {
      return URI.create(server.url() + "/").resolve(text);
    } catch (IllegalArgumentException e) {
      throw VidgenException.of(
          FailureKind.PROTOCOL,
          "the answer's address of the video is none",
          "look into the server's log");
    }
  }
}
