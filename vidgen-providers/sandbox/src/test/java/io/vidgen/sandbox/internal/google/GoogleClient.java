package io.vidgen.sandbox.internal.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidgen.ffmpeg.FfmpegComposer;
import io.vidgen.ffmpeg.FfmpegOptions;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.TestClient;
import io.vidgen.sandbox.Vendor;
import io.vidgen.sandbox.internal.media.DrawnFigure;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** Orders videos of the Gemini API over plain HTTP, as the vendor's own client does. */
final class GoogleClient {
  static final String VEO = "veo-3.1-generate-preview";
  static final String LITE = "veo-3.1-lite-generate-preview";
  static final Duration LONG = Duration.ofMinutes(3);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Sandbox sandbox;
  private final TestClient http;

  GoogleClient(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.http = new TestClient(sandbox.url(Vendor.GOOGLE)).with("x-goog-api-key", "sandbox-google");
  }

  TestClient http() {
    return http;
  }

  /** A body with single quotes for double ones. */
  static ObjectNode body(String prompt, String parameters) throws IOException {
    var node = JSON.createObjectNode();
    node.putArray("instances").addObject().put("prompt", prompt);
    node.set("parameters", JSON.readTree(parameters.replace('\'', '"')));
    return node;
  }

  static ObjectNode instance(ObjectNode body) {
    return (ObjectNode) body.path("instances").path(0);
  }

  static ObjectNode picture(BufferedImage image) throws IOException {
    return JSON.createObjectNode()
        .put("bytesBase64Encoded", Base64.getEncoder().encodeToString(png(image)))
        .put("mimeType", "image/png");
  }

  static byte[] png(BufferedImage image) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  static BufferedImage character(int signature) {
    return DrawnFigure.picture(256, 256, signature, 5);
  }

  HttpResponse<byte[]> submit(String model, JsonNode body) throws Exception {
    return http.post("/v1beta/models/" + model + ":predictLongRunning", body.toString());
  }

  String begin(String model, JsonNode body) throws Exception {
    var answer = submit(model, body);
    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
    return TestClient.json(answer).path("name").asText();
  }

  JsonNode poll(String name) throws Exception {
    return TestClient.json(http.get("/v1beta/" + name));
  }

  /** Submits, lets time pass, and gives the address of the result. */
  String make(String model, JsonNode body) throws Exception {
    var name = begin(model, body);
    sandbox.advance(LONG);
    var done = poll(name);
    var uri =
        done.path("response")
            .path("generateVideoResponse")
            .path("generatedSamples")
            .path(0)
            .path("video")
            .path("uri")
            .asText();
    assertThat(uri).as(done.toString()).isNotEmpty();
    return uri;
  }

  String extend(String model, String uri, String prompt, String ratio) throws Exception {
    return make(model, extension(uri, prompt, ratio));
  }

  static ObjectNode extension(String uri, String prompt, String ratio) throws IOException {
    var body = body(prompt, "{'aspectRatio':'" + ratio + "'}");
    instance(body).putObject("video").put("uri", uri);
    return body;
  }

  Path download(String uri, Path folder) throws Exception {
    var redirect = http.get(uri);
    assertThat(redirect.statusCode()).as(text(redirect)).isEqualTo(302);
    var file = http.get(redirect.headers().firstValue("location").orElseThrow());
    assertThat(file.statusCode()).isEqualTo(200);
    return Files.write(Files.createTempFile(folder, "veo", ".mp4"), file.body());
  }

  static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  /** The picture at a time. */
  static BufferedImage frame(Path video, double seconds) throws Exception {
    var file = Files.createTempFile(video.toAbsolutePath().getParent(), "frame", ".bmp");
    ffmpeg(
        "-ss",
        String.format(Locale.ROOT, "%.3f", seconds),
        "-i",
        video.toString(),
        "-frames:v",
        "1",
        file.toString());
    return ImageIO.read(file.toFile());
  }

  static void ffmpeg(String... arguments) throws Exception {
    var program = FfmpegComposer.create(FfmpegOptions.ofDefaults()).program().toString();
    var command = new ArrayList<>(List.of(program, "-y", "-loglevel", "error", "-nostdin"));
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  /** Share of a picture's pixels that have about this colour. */
  static double share(BufferedImage image, int rgb) {
    int hits = 0;
    int seen = 0;
    for (int y = 0; y < image.getHeight(); y += 4) {
      for (int x = 0; x < image.getWidth(); x += 4) {
        seen++;
        hits += distance(image.getRGB(x, y), rgb) < 40 ? 1 : 0;
      }
    }
    return hits / (double) seen;
  }

  /** Largest difference of a channel. */
  static int distance(int a, int b) {
    return Math.max(
        Math.abs((a >> 16 & 255) - (b >> 16 & 255)),
        Math.max(Math.abs((a >> 8 & 255) - (b >> 8 & 255)), Math.abs((a & 255) - (b & 255))));
  }

  /** Mean difference of two pictures of one size, 0 to 255. */
  static double difference(BufferedImage a, BufferedImage b) {
    double sum = 0;
    int seen = 0;
    for (int y = 0; y < a.getHeight(); y += 8) {
      for (int x = 0; x < a.getWidth(); x += 8) {
        sum += distance(a.getRGB(x, y), b.getRGB(x, y));
        seen++;
      }
    }
    return sum / seen;
  }
}
