package io.vidgen.sandbox.internal.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.Vendor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request, as a handler sees it. Its files are gone after the call. */
public final class Call {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Vendor vendor;
  private final String operation;
  private final String method;
  private final String path;
  private final Map<String, String> params;
  private final Map<String, List<String>> query;
  private final Map<String, List<String>> headers;
  private final Body body;
  private final ScratchDirectory directory;
  private final @Nullable Fault fault;

  Call(
      Target target,
      Map<String, List<String>> query,
      Map<String, List<String>> headers,
      Body body,
      ScratchDirectory directory,
      @Nullable Fault fault) {
    this.vendor = target.vendor();
    this.operation = target.operation();
    this.method = target.method();
    this.path = target.path();
    this.params = target.params();
    this.query = query;
    this.headers = headers;
    this.body = body;
    this.directory = directory;
    this.fault = fault;
  }

  /** Whom it is for. */
  public Vendor vendor() {
    return vendor;
  }

  /** Which operation. */
  public String operation() {
    return operation;
  }

  /** HTTP method. */
  public String method() {
    return method;
  }

  /** Path below the vendor's prefix, decoded. */
  public String path() {
    return path;
  }

  /** Value of a placeholder of the route. */
  public String param(String name) {
    return Objects.requireNonNull(params.get(name), name);
  }

  /** First value of a query parameter. */
  public Optional<String> query(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** All values of a query parameter. */
  public List<String> queries(String name) {
    return query.getOrDefault(name, List.of());
  }

  /** First value of a header, in any case. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(Exchanges.lower(name), List.of()).stream().findFirst();
  }

  /** The body. */
  public Body body() {
    return body;
  }

  /** The body as JSON; empty when it is none. */
  public Optional<JsonNode> json() throws IOException {
    try {
      return Optional.ofNullable(JSON.readTree(body.bytes())).filter(node -> !node.isMissingNode());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** The parts of a form; empty when it is none or broken. */
  public Optional<Multipart> multipart() throws IOException {
    return Multipart.parse(body, header("content-type").orElse(null), directory.path());
  }

  /** A directory of this call alone. */
  public Path directory() throws IOException {
    return directory.path();
  }

  /** The end that what is started here must take; empty for a good one. */
  public Optional<Fault.Fate> fate() {
    return fault instanceof Fault.Doomed doomed ? Optional.of(doomed.fate()) : Optional.empty();
  }

  /** What only this vendor does and is to do now; empty for nothing of that kind. */
  public Optional<String> quirk() {
    return fault instanceof Fault.Quirk quirk ? Optional.of(quirk.name()) : Optional.empty();
  }
}
