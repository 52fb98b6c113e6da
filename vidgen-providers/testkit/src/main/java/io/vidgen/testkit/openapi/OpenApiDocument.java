package io.vidgen.testkit.openapi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A vendor's OpenAPI 3.0 or 3.1 document, to check against it what an adapter sends and what a
 * stand-in for the vendor answers. Checked are path, method, parameters in path, query and headers,
 * bodies as JSON, {@code application/x-www-form-urlencoded} and {@code multipart/form-data}, and
 * answers by status and content type. Security schemes and cookies are not checked; {@code oneOf}
 * is taken as {@code anyOf}, since the alternatives of real documents overlap. Requests are always
 * held to the letter; a query parameter that the document does not list is a violation, a header is
 * not. Safe for use by several threads.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.1.html">OpenAPI Specification 3.1.1</a>
 */
public final class OpenApiDocument {
  private final Source source;
  private final List<Operation> operations;
  private final RequestCheck requests;
  private final AnswerCheck answers;
  private final Tally tally;

  private OpenApiDocument(Source source, List<Operation> operations, boolean lenient, Tally tally) {
    this.source = source;
    this.operations = operations;
    this.tally = tally;
    var strict = new Schemas(source, false);
    this.requests = new RequestCheck(strict, new FieldReader(source, strict));
    this.answers = new AnswerCheck(source, lenient ? new Schemas(source, true) : strict, lenient);
  }

  /**
   * Reads a document.
   *
   * @param file a JSON file
   * @return the document, strict about answers
   * @throws IOException if it cannot be read or is no OpenAPI 3.0 or 3.1 document
   */
  public static OpenApiDocument load(Path file) throws IOException {
    var source = Source.read(file);
    try {
      return new OpenApiDocument(source, Operation.all(source), false, new Tally());
    } catch (NoClassDefFoundError e) {
      throw new IllegalStateException(
          "add com.networknt:json-schema-validator in test scope: the test kit does not bring it",
          e);
    }
  }

  /**
   * The same document for answers of real vendors, who send more than they document: any answer of
   * status 400 or above is accepted, and in others properties and values of enumerations that are
   * not listed, a sound format other than the documented one, and plain text where only JSON is
   * documented. Types and required properties still count. {@link #coverage()} is shared with this
   * one.
   *
   * @return the lenient document
   */
  public OpenApiDocument lenient() {
    return new OpenApiDocument(source, operations, true, tally);
  }

  /**
   * Checks an exchange and counts it in {@link #coverage()}.
   *
   * @param exchange what was sent and, unless its status is 0, answered
   * @return everything that is wrong; empty when the document allows it
   */
  public List<Violation> check(Exchange exchange) {
    var match = match(exchange);
    if (match.isEmpty()) {
      return List.of(unknown(exchange));
    }
    var operation = match.get().operation();
    var findings = new Findings(operation.name());
    var body = requests.check(exchange, match.get(), findings);
    if (exchange.status() != 0) {
      answers.check(exchange, operation, findings);
    }
    tally.count(operation.name(), exchange, body);
    return findings.all();
  }

  /**
   * What was checked so far.
   *
   * @return operations and variants seen
   */
  public Coverage coverage() {
    return tally.coverage(operations());
  }

  /**
   * All operations of the document.
   *
   * @return names such as {@code POST /talks}
   */
  public Set<String> operations() {
    return operations.stream().map(Operation::name).collect(Collectors.toUnmodifiableSet());
  }

  private Optional<Operation.Match> match(Exchange exchange) {
    for (var path : paths(exchange)) {
      for (var operation : operations) {
        var parameters = operation.path().match(path);
        if (parameters.isPresent() && operation.method().equals(exchange.method())) {
          return Optional.of(new Operation.Match(operation, parameters.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** The path itself, and without the path of a server such as {@code /v1}. */
  private List<String> paths(Exchange exchange) {
    var all = new ArrayList<String>();
    for (var base : source.basePaths()) {
      if (exchange.path().startsWith(base + "/")) {
        all.add(exchange.path().substring(base.length()));
      }
    }
    all.add(exchange.path());
    return all;
  }

  private Violation unknown(Exchange exchange) {
    var methods =
        operations.stream()
            .filter(one -> paths(exchange).stream().anyMatch(p -> one.path().match(p).isPresent()))
            .map(Operation::method)
            .toList();
    var sent = exchange.method() + " " + exchange.path();
    return methods.isEmpty()
        ? new Violation(sent, "path", "the document has no such path")
        : new Violation(sent, "method", "the document has only " + methods);
  }
}
