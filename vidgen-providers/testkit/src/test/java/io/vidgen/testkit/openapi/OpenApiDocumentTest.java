package io.vidgen.testkit.openapi;

import static io.vidgen.testkit.openapi.Contracts.answer;
import static io.vidgen.testkit.openapi.Contracts.bytes;
import static io.vidgen.testkit.openapi.Contracts.form;
import static io.vidgen.testkit.openapi.Contracts.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiDocumentTest {
  private static final String TEXT =
      """
      {"openapi": "VERSION", "info": {"title": "t", "version": "1"},
       "servers": [{"url": "https://vendor.invalid/v1"}],
       "paths": {
        "/jobs": {
         "post": {
          "parameters": [
           {"name": "dry", "in": "query", "schema": {"type": "boolean"}},
           {"name": "tag", "in": "query", "schema": {"type": "array", "items": {"enum": ["a", "b"]}}},
           {"name": "size", "in": "query", "schema": {"type": "integer", "maximum": 10}},
           {"name": "x-kind", "in": "header", "required": true, "schema": {"enum": ["fast", "slow"]}}],
          "requestBody": {"required": true, "content": {
           "application/json": {"schema": {"$ref": "#/components/schemas/Job"}},
           "application/x-www-form-urlencoded": {"schema": {"$ref": "#/components/schemas/Job"}}}},
          "responses": {
           "200": {"$ref": "#/components/responses/Done"},
           "4XX": {"description": "no", "content": {"application/json": {"schema": {
             "type": "object", "required": ["detail"], "properties": {"detail": {"type": "string"}}}}}}}}},
        "/jobs/{id}": {
         "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "integer"}}],
         "get": {"responses": {"default": {"description": "any"}}}},
        "/jobs/last": {"get": {"responses": {"200": {"description": "ok"}}}},
        "/files": {"post": {
         "requestBody": {"required": true, "content": {"multipart/form-data": {"schema": {
          "type": "object", "required": ["file"], "additionalProperties": false,
          "properties": {"file": {"type": "string", "format": "binary"},
           "parts": {"type": "array", "items": {"type": "string", "enum": ["word", "segment"]}},
           "level": {"type": "number"}, "on": {"type": "boolean"}}}}}},
         "responses": {"200": {"description": "ok", "content": {"audio/*": {}}}}}}},
       "components": {
        "responses": {"Done": {"description": "d", "content": {"application/json": {"schema": {
          "oneOf": [{"$ref": "#/components/schemas/Job"},
           {"type": "object", "required": ["other"], "properties": {"other": {"type": "string"}}}]}}}}},
        "schemas": {"Job": {"type": "object", "required": ["name"], "additionalProperties": false,
         "properties": {"name": {"type": "string"}, "count": {"type": "integer"},
          "note": NULLABLE, "kind": {"type": "string", "enum": ["x", "y"]}}}}}}
      """;

  @TempDir Path directory;
  private OpenApiDocument document;

  @BeforeEach
  void load() throws IOException {
    document = of("3.0.3", "{\"type\": \"string\", \"nullable\": true}");
  }

  private OpenApiDocument of(String version, String nullable) throws IOException {
    var text = TEXT.replace("VERSION", version).replace("NULLABLE", nullable);
    return OpenApiDocument.load(
        Files.writeString(directory.resolve("api-" + version + ".json"), text));
  }

  private static Exchange job(String target, String body) {
    return json("POST", target, body).header("X-Kind", "fast");
  }

  @Test
  void check_goodRequests_haveNoViolation() {
    assertThat(document.check(job("/jobs", "{\"name\": \"n\", \"count\": 1}"))).isEmpty();
    assertThat(document.check(job("/v1/jobs?dry=true&tag=a&tag=b&size=3", "{\"name\": \"n\"}")))
        .isEmpty();
    assertThat(document.check(job("/jobs?tag=a", "{\"name\": \"n\"}"))).isEmpty();
    assertThat(document.check(Exchange.of("GET", "/jobs/7").answered(200, "", bytes(""))))
        .isEmpty();
    assertThat(
            document.check(
                Exchange.of("POST", "/jobs")
                    .header("x-kind", "slow")
                    .sent("application/x-www-form-urlencoded", bytes("name=A+b&count=3"))))
        .isEmpty();
    assertThat(document.check(form("/files", "file@a.wav", "parts[]=word", "parts[]=segment")))
        .isEmpty();
    assertThat(document.check(form("/files", "file@a.wav", "parts=word", "level=0.5", "on=true")))
        .isEmpty();
  }

  @Test
  void check_badRequests_nameThePlace() {
    assertWrong(Exchange.of("GET", "/nothing"), "path");
    assertWrong(Exchange.of("DELETE", "/jobs/7"), "method");
    assertWrong(Exchange.of("GET", "/jobs/seven"), "path id");
    assertWrong(job("/jobs?size=11", "{\"name\": \"n\"}"), "query size");
    assertWrong(job("/jobs?size=big", "{\"name\": \"n\"}"), "query size");
    assertWrong(job("/jobs?dry=1", "{\"name\": \"n\"}"), "query dry");
    assertWrong(job("/jobs?tag=c", "{\"name\": \"n\"}"), "query tag /0");
    assertWrong(job("/jobs?unknown=1", "{\"name\": \"n\"}"), "query unknown");
    assertWrong(json("POST", "/jobs", "{\"name\": \"n\"}"), "header x-kind");
    assertWrong(job("/jobs", "{\"name\": \"n\"}").header("x-kind", "odd"), "header x-kind");
    assertWrong(job("/jobs", "{}"), "request body");
    assertWrong(job("/jobs", "{\"name\": 5}"), "request body /name");
    assertWrong(job("/jobs", "{\"name\": \"n\", \"more\": 5}"), "request body");
    assertWrong(job("/jobs", "{\"name\": \"n\"} x"), "request body");
    assertWrong(Exchange.of("POST", "/jobs").header("x-kind", "fast"), "request body");
    assertWrong(job("/jobs", "").sent("text/plain", bytes("name")), "request content-type");
    assertWrong(json("GET", "/jobs/7", "{}"), "request body");
    assertWrong(
        Exchange.of("POST", "/jobs")
            .header("x-kind", "slow")
            .sent("application/x-www-form-urlencoded", bytes("name=a&count=many")),
        "request body /count");
  }

  @Test
  void check_badForms_nameThePart() {
    assertWrong(form("/files", "parts[]=word"), "request body");
    assertWrong(form("/files", "file@a.wav", "parts[]=letter"), "request body /parts/0");
    assertWrong(form("/files", "file@a.wav", "other=1"), "request body");
    assertWrong(form("/files", "file@a.wav", "level=loud"), "request body /level");
    assertWrong(form("/files", "file=text"), "request body /file");
    assertWrong(
        Exchange.of("POST", "/files").sent("multipart/form-data; boundary=b", bytes("--b\r\n")),
        "request body");
  }

  private void assertWrong(Exchange exchange, String where) {
    assertThat(document.check(exchange))
        .as("%s", exchange)
        .extracting(Violation::where)
        .containsExactly(where);
  }

  @Test
  void check_answers_areMatchedByStatusRangeAndType() {
    var good = job("/jobs", "{\"name\": \"n\"}");
    assertThat(document.check(answer(good, 200, "{\"name\": \"n\", \"note\": null}"))).isEmpty();
    assertThat(document.check(answer(good, 200, "{\"other\": \"n\"}"))).isEmpty();
    assertThat(document.check(answer(good, 422, "{\"detail\": \"why\"}"))).isEmpty();
    assertWrong(answer(good, 422, "{\"message\": \"why\"}"), "answer body");
    assertWrong(answer(good, 500, "{}"), "status");
    assertWrong(answer(good, 200, "{\"name\": "), "answer body");
    assertWrong(good.answered(200, "text/html", bytes("<html>")), "answer content-type");
    assertWrong(good.answered(200, "application/json", bytes("")), "answer body");
    var file = form("/files", "file@a.wav");
    assertThat(document.check(file.answered(200, "audio/mpeg", bytes("ID3")))).isEmpty();
    assertWrong(file.answered(200, "video/mp4", bytes("ftyp")), "answer content-type");
  }

  @Test
  void check_lenientAnswers_mayHoldMoreButNotOtherTypes() {
    var strict = document;
    var good = job("/jobs", "{\"name\": \"n\"}");
    var more = answer(good, 200, "{\"name\": \"n\", \"pending_url\": \"u\", \"kind\": \"z\"}");
    assertThat(strict.check(more)).isNotEmpty();
    document = strict.lenient();
    assertThat(document.check(more)).isEmpty();
    assertThat(document.check(answer(good, 500, "{\"error\": {}}"))).isEmpty();
    assertThat(document.check(answer(good, 200, "{\"name\": 5}"))).isNotEmpty();
    assertWrong(job("/jobs", "{\"name\": \"n\", \"more\": 5}"), "request body");
  }

  @Test
  void check_null_followsTheVersion() throws IOException {
    var withNull = job("/jobs", "{\"name\": \"n\", \"note\": null}");
    assertThat(document.check(withNull)).isEmpty();
    assertThat(document.check(job("/jobs", "{\"name\": null}"))).isNotEmpty();
    assertThat(of("3.1.0", "{\"type\": [\"string\", \"null\"]}").check(withNull)).isEmpty();
    assertThat(of("3.1.0", "{\"type\": \"string\"}").check(withNull)).isNotEmpty();
  }

  @Test
  void check_fixedPath_winsOverTemplate() {
    assertThat(document.check(Exchange.of("GET", "/jobs/last"))).isEmpty();
    assertThat(document.coverage().seenOperations()).containsExactly("GET /jobs/last");
  }

  @Test
  void coverage_manyExchanges_countsOperationsAndVariants() {
    document.check(answer(job("/jobs", "{\"name\": \"n\"}"), 200, "{\"other\": \"o\"}"));
    document.lenient().check(answer(job("/jobs", "{\"name\": \"m\"}"), 200, "{\"other\": \"o\"}"));
    document.check(answer(job("/jobs?dry=true", "{\"name\": \"n\"}"), 422, "{\"detail\": \"o\"}"));
    document.check(Exchange.of("GET", "/nothing"));

    var coverage = document.coverage();

    assertThat(coverage.operations()).hasSize(4);
    assertThat(coverage.seenOperations()).containsExactly("POST /jobs");
    assertThat(coverage.missing())
        .containsExactly("GET /jobs/last", "GET /jobs/{id}", "POST /files");
    assertThat(coverage.variants()).isEqualTo(2);
    assertThat(coverage.seen())
        .extracting(Coverage.Seen::variant, Coverage.Seen::times)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("?dry application/json {name}", 1),
            org.assertj.core.groups.Tuple.tuple("application/json {name}", 2));
    assertThat(coverage.report()).startsWith("1 of 4 operations, 2 variants");
  }

  @Test
  void load_somethingElse_saysSo() throws IOException {
    var file = Files.writeString(directory.resolve("swagger.json"), "{\"swagger\": \"2.0\"}");
    assertThatThrownBy(() -> OpenApiDocument.load(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no OpenAPI 3.0 or 3.1");
  }
}
