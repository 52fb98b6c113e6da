package io.vidgen.rest.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/** Bodies of requests that are held in memory. */
public final class Bodies {
  private static final MediaType JSON = MediaType.get("application/json");

  private Bodies() {}

  /**
   * JSON in UTF-8.
   *
   * @param node the document
   * @return the body, of type {@code application/json} without a charset, as RFC 8259 has it
   */
  public static RequestBody json(JsonNode node) {
    return RequestBody.create(node.toString().getBytes(StandardCharsets.UTF_8), JSON);
  }

  /**
   * Form fields in UTF-8.
   *
   * @param fields names and values, in the map's order
   * @return the body, of type {@code application/x-www-form-urlencoded}
   */
  public static RequestBody form(Map<String, String> fields) {
    var form = new FormBody.Builder(StandardCharsets.UTF_8);
    fields.forEach(form::add);
    return form.build();
  }
}
