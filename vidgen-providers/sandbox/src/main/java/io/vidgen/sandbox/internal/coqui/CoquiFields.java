package io.vidgen.sandbox.internal.coqui;

import io.vidgen.sandbox.internal.server.Call;
import io.vidgen.sandbox.internal.server.Exchanges;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Parameters as these servers find them: a header of the name with hyphens first, whose bytes are
 * read as Latin-1, then the query, then the form. JSON is not read.
 */
final class CoquiFields {
  private final Call call;
  private final Map<String, List<String>> form;

  private CoquiFields(Call call, Map<String, List<String>> form) {
    this.call = call;
    this.form = form;
  }

  static CoquiFields of(Call call) throws IOException {
    var type = call.header("content-type").orElse("");
    var form =
        type.startsWith("application/x-www-form-urlencoded")
            ? Exchanges.query(new String(call.body().bytes(), StandardCharsets.UTF_8))
            : Map.<String, List<String>>of();
    return new CoquiFields(call, form);
  }

  String get(String name) {
    return call.header(name.replace('_', '-')).orElseGet(() -> value(name));
  }

  String value(String name) {
    return call.query(name)
        .orElseGet(() -> form.getOrDefault(name, List.of("")).stream().findFirst().orElse(""));
  }
}
