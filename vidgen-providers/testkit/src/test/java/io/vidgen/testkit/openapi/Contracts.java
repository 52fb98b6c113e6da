package io.vidgen.testkit.openapi;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The vendors' documents that lie beside the project, where there are any. */
final class Contracts {
  private Contracts() {}

  static OpenApiDocument dId() throws IOException {
    return load("d-id/d-id.openapi.json");
  }

  static OpenApiDocument elevenLabs() throws IOException {
    return load("elevenlabs/elevenlabs.openapi.json");
  }

  static OpenApiDocument openAi() throws IOException {
    return load("openai/openai-audio.openapi.json");
  }

  private static OpenApiDocument load(String name) throws IOException {
    for (var root = Path.of("").toAbsolutePath(); root != null; root = root.getParent()) {
      var file = root.resolve("shared/contracts").resolve(name);
      if (Files.isRegularFile(file)) {
        return OpenApiDocument.load(file);
      }
    }
    assumeTrue(false, "needs shared/contracts/" + name + " beside the project");
    throw new IOException(name);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Exchange json(String method, String target, String body) {
    return Exchange.of(method, target).sent("application/json", bytes(body));
  }

  static Exchange answer(Exchange exchange, int status, String body) {
    return exchange.answered(status, "application/json; charset=utf-8", bytes(body));
  }

  /** A multipart body with lines of {@code name=value}; {@code name@file} is a file. */
  static Exchange form(String target, String... parts) {
    var body = new StringBuilder();
    for (var part : parts) {
      int equals = part.indexOf('=');
      int at = part.indexOf('@');
      boolean file = at > 0 && equals < 0;
      var name = part.substring(0, file ? at : equals);
      body.append("--frontier\r\nContent-Disposition: form-data; name=\"").append(name).append('"');
      body.append(file ? "; filename=\"" + part.substring(at + 1) + "\"\r\n" : "\r\n");
      body.append(file ? "Content-Type: audio/wav\r\n\r\nRIFF\r\n" : "\r\n");
      body.append(file ? "" : part.substring(equals + 1) + "\r\n");
    }
    body.append("--frontier--\r\n");
    return Exchange.of("POST", target)
        .sent("multipart/form-data; boundary=frontier", bytes(body.toString()));
  }
}
