package io.vidgen.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.PathType;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;

/** Validates JSON against the schemas of a document. Safe for use by several threads. */
final class Schemas {
  /** Alternatives fail in many places at once; more of them do not help to understand. */
  private static final int MOST_FAULTS = 12;

  private static final int LONGEST = 300;

  /**
   * What is wrong with a value.
   *
   * @param at JSON pointer into the value, empty for the whole
   * @param message what is wrong there
   */
  record Fault(String at, String message) {}

  private final Source source;
  private final boolean loose;
  private final JsonNode components;
  private final SchemaRegistry registry;
  private final IdentityHashMap<JsonNode, Schema> compiled = new IdentityHashMap<>();

  Schemas(Source source, boolean loose) {
    this.source = source;
    this.loose = loose;
    this.components = rewritten(source.components());
    var config =
        SchemaRegistryConfig.builder().locale(Locale.ROOT).pathType(PathType.JSON_POINTER).build();
    var dialect =
        Dialect.builder(source.is31() ? Dialects.getOpenApi31() : Dialects.getOpenApi30())
            // Extensions of vendors mean nothing here, and are not worth a warning.
            .unknownKeywordFactory((name, context) -> new NonValidationKeyword(name))
            .build();
    this.registry =
        SchemaRegistry.withDefaultDialect(dialect, builder -> builder.schemaRegistryConfig(config));
  }

  List<Fault> faults(JsonNode schema, JsonNode value) {
    return compiled(schema).validate(value).stream()
        .map(Schemas::fault)
        .distinct()
        .limit(MOST_FAULTS)
        .toList();
  }

  boolean fits(JsonNode schema, JsonNode value) {
    return compiled(schema).validate(value).isEmpty();
  }

  private synchronized Schema compiled(JsonNode schema) {
    return compiled.computeIfAbsent(
        schema,
        node -> {
          var whole = source.alone(rewritten(node));
          whole.set("components", components);
          var made = registry.getSchema(whole);
          made.initializeValidators();
          return made;
        });
  }

  private JsonNode rewritten(JsonNode node) {
    return loose ? Rewriting.loose(node) : Rewriting.strict(node);
  }

  private static Fault fault(Error error) {
    var message = error.getMessage();
    return new Fault(
        error.getInstanceLocation().toString(),
        message.length() > LONGEST ? message.substring(0, LONGEST) + "..." : message);
  }
}
