package io.vidgen.rest.internal.http;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Makes requests to one base address, with the vendor's credentials. */
final class Requests {
  /** Path segments that would lead out of the path that the adapter wrote. */
  private static final Set<String> STEPS = Set.of("", ".", "..");

  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  private final HttpUrl base;
  private final Supplier<Map<String, String>> credentials;

  Requests(URI base, Supplier<Map<String, String>> credentials) {
    var parsed = HttpUrl.get(base);
    if (parsed == null) {
      throw new IllegalArgumentException("a base address is http or https");
    }
    this.base = parsed;
    this.credentials = credentials;
  }

  HttpUrl base() {
    return base;
  }

  Request build(ApiCall call, Sending sending) {
    var request =
        new Request.Builder()
            .url(url(call))
            .tag(Sending.class, sending)
            .method(call.method(), body(call));
    header(request, "User-Agent", "vidgen");
    header(request, "Accept", accept(call.answer()));
    call.headers().forEach(header -> header(request, header.getKey(), header.getValue()));
    credentials.get().forEach((name, value) -> header(request, name, value));
    return request.build();
  }

  private HttpUrl url(ApiCall call) {
    var url = base.newBuilder();
    for (var segment : call.path()) {
      if (STEPS.contains(segment)) {
        throw VidgenException.of(
            FailureKind.INVALID_REQUEST,
            "\"" + segment + "\" is no id",
            "check the ids in the request");
      }
      url.addPathSegment(segment);
    }
    call.query().forEach(query -> url.addQueryParameter(query.getKey(), query.getValue()));
    return url.build();
  }

  private static @Nullable RequestBody body(ApiCall call) {
    var body = call.body();
    if (body == null && !WITH_BODY.contains(call.method())) {
      return null;
    }
    return new OneShotBody(body == null ? RequestBody.create(new byte[0], null) : body);
  }

  private static String accept(ApiCall.Answer answer) {
    return answer == ApiCall.Answer.JSON ? "application/json" : "*/*";
  }

  /** The library's own exception would show the value. */
  static void header(Request.Builder request, String name, String value) {
    try {
      request.header(name, value);
    } catch (IllegalArgumentException e) {
      throw VidgenException.of(
          FailureKind.INVALID_REQUEST,
          "header " + name + " holds a character that cannot be sent",
          "check the key or setting that it is made of for line breaks and other odd characters");
    }
  }
}
