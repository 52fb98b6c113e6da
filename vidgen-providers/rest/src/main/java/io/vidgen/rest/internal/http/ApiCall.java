package io.vidgen.rest.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * One call of a vendor's API, relative to the base address of its {@link VendorClient}. Immutable;
 * may be sent again by who builds it, each time being one request.
 *
 * @param method such as {@code GET}
 * @param path segments below the base address, each encoded whole, so that an id with a slash in it
 *     cannot change the path
 * @param query names and values, encoded when sent; a name may occur more than once
 * @param headers names and values; never credentials, which the client adds when it sends
 * @param body null for none; a POST without one sends an empty body
 * @param answer what a 2xx answer must hold
 * @param paid whether it may cost money: then an outcome that nobody knows is said to be unknown
 * @param limit longest time for the whole call, null for the client's; never beyond the context's
 *     time left
 * @param stall longest time without a byte of an answer, null for the client's
 */
public record ApiCall(
    String method,
    List<String> path,
    List<Map.Entry<String, String>> query,
    List<Map.Entry<String, String>> headers,
    @Nullable RequestBody body,
    Answer answer,
    boolean paid,
    @Nullable Duration limit,
    @Nullable Duration stall) {

  /** What a 2xx answer must hold. */
  public enum Answer {
    /** One JSON document; anything else is a breach of protocol. 204 and 205 may be empty. */
    JSON,
    /** Text of any kind but HTML. */
    TEXT,
    /**
     * Text of any kind, though not a page: for servers that send plain lists as {@code text/html}.
     */
    ANY_TEXT,
    /** Whatever it is, it is not looked at. */
    IGNORED
  }

  /**
   * Copies the lists and checks the times.
   *
   * @throws IllegalArgumentException if a time is less than a millisecond
   */
  public ApiCall {
    if (limit != null) {
      ClientLimits.requirePositive(limit);
    }
    if (stall != null) {
      ClientLimits.requirePositive(stall);
    }
    path = List.copyOf(path);
    query = List.copyOf(query);
    headers = List.copyOf(headers);
  }

  /**
   * A question that changes nothing and costs nothing.
   *
   * @param path segments below the base address
   * @return a builder
   */
  public static Builder get(String... path) {
    return new Builder("GET", path);
  }

  /**
   * A POST; free until {@link Builder#paid()} says otherwise.
   *
   * @param path segments below the base address
   * @return a builder
   */
  public static Builder post(String... path) {
    return new Builder("POST", path);
  }

  /**
   * A DELETE.
   *
   * @param path segments below the base address
   * @return a builder
   */
  public static Builder delete(String... path) {
    return new Builder("DELETE", path);
  }

  /** Builds a call. */
  public static final class Builder {
    private final String method;
    private final List<String> path;
    private final List<Map.Entry<String, String>> query = new ArrayList<>();
    private final List<Map.Entry<String, String>> headers = new ArrayList<>();
    private @Nullable RequestBody body;
    private Answer answer = Answer.JSON;
    private boolean paid;
    private @Nullable Duration limit;
    private @Nullable Duration stall;

    private Builder(String method, String... path) {
      this.method = method;
      this.path = List.of(path);
    }

    /**
     * Adds a query parameter.
     *
     * @param name its name
     * @param value its value, not yet encoded
     * @return this
     */
    public Builder query(String name, String value) {
      query.add(Map.entry(name, value));
      return this;
    }

    /**
     * Adds a header that is no credential.
     *
     * @param name its name
     * @param value its value, printable ASCII
     * @return this
     */
    public Builder header(String name, String value) {
      headers.add(Map.entry(name, value));
      return this;
    }

    /**
     * Sends JSON.
     *
     * @param node the document
     * @return this
     */
    public Builder json(JsonNode node) {
      return body(Bodies.json(node));
    }

    /**
     * Sends form fields as UTF-8.
     *
     * @param fields names and values, in the map's order
     * @return this
     */
    public Builder form(Map<String, String> fields) {
      return body(Bodies.form(fields));
    }

    /**
     * Sends a multipart form.
     *
     * @param form its parts
     * @return this
     */
    public Builder multipart(MultipartForm form) {
      return body(form.body());
    }

    /**
     * Sends any body.
     *
     * @param any the body
     * @return this
     */
    public Builder body(RequestBody any) {
      this.body = any;
      return this;
    }

    /**
     * Says what a 2xx answer must hold; JSON by default.
     *
     * @param expected what it must hold
     * @return this
     */
    public Builder answer(Answer expected) {
      this.answer = expected;
      return this;
    }

    /**
     * Says that it may cost money.
     *
     * @return this
     */
    public Builder paid() {
      return paid(true);
    }

    /**
     * Says whether it may cost money.
     *
     * @param mayCost true if so
     * @return this
     */
    public Builder paid(boolean mayCost) {
      this.paid = mayCost;
      return this;
    }

    /**
     * Limits the whole call.
     *
     * @param longest more than zero
     * @return this
     */
    public Builder limit(Duration longest) {
      this.limit = longest;
      return this;
    }

    /**
     * Limits the silence of the other side, before and in its answer.
     *
     * @param longest more than zero
     * @return this
     */
    public Builder stall(Duration longest) {
      this.stall = longest;
      return this;
    }

    /**
     * Finishes.
     *
     * @return the call
     */
    public ApiCall build() {
      return new ApiCall(method, path, query, headers, body, answer, paid, limit, stall);
    }
  }
}
