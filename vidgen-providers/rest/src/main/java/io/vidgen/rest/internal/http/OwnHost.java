package io.vidgen.rest.internal.http;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.util.Map;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * For files that the vendor gives only to who shows its credentials: they are sent to scheme, host
 * and port of the base address and to no other, wherever a redirect leads.
 *
 * @param base the base address
 * @param credentials headers that carry them
 */
record OwnHost(HttpUrl base, Supplier<Map<String, String>> credentials) {

  HttpUrl check(HttpUrl url) {
    if (!url.scheme().equals(base.scheme())
        || !url.host().equals(base.host())
        || url.port() != base.port()) {
      throw new VidgenException(
          Failure.of(
              FailureKind.PROTOCOL,
              "a file is not fetched from " + url.host() + ": the key is for " + base.host(),
              ""));
    }
    return url;
  }

  void sign(Request.Builder request) {
    credentials.get().forEach((name, value) -> Requests.header(request, name, value));
  }
}
