package io.vidgen.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A plain HTTP client of one vendor. */
public final class TestClient {
  public static final String FORM = "multipart/form-data; boundary=frontier";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String base;
  private final Map<String, String> headers = new LinkedHashMap<>();

  public TestClient(String base) {
    this.base = base;
  }

  public static TestClient did(Sandbox sandbox) {
    return new TestClient(sandbox.url(Vendor.DID)).with("Authorization", "Basic user:password");
  }

  public TestClient with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  public HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return send("GET", path, "", new byte[0]);
  }

  public HttpResponse<byte[]> delete(String path) throws IOException, InterruptedException {
    return send("DELETE", path, "", new byte[0]);
  }

  public HttpResponse<byte[]> post(String path, String json)
      throws IOException, InterruptedException {
    return send("POST", path, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  /** A path below the base, or a whole address. */
  public HttpResponse<byte[]> send(String method, String path, String contentType, byte[] body)
      throws IOException, InterruptedException {
    var address = path.startsWith("http") ? path : base + path;
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(Duration.ofSeconds(20))
            .method(
                method,
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    if (!contentType.isEmpty()) {
      request.header("Content-Type", contentType);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** A form with one file, of type {@link #FORM}. */
  public static byte[] form(String field, String fileName, String contentType, byte[] content)
      throws IOException {
    var out = new ByteArrayOutputStream();
    var head =
        "--frontier\r\nContent-Disposition: form-data; name=\""
            + field
            + "\"; filename=\""
            + fileName
            + "\"\r\nContent-Type: "
            + contentType
            + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.UTF_8));
    out.write(content);
    out.write("\r\n--frontier--\r\n".getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  public static JsonNode json(HttpResponse<byte[]> response) throws IOException {
    return JSON.readTree(response.body());
  }
}
