package io.vidgen.rest.internal.coqui;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureContext;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.rest.internal.http.ErrorReply;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Reads the lists of voices and locales. Flask sends these plain texts as {@code text/html}, which
 * the shared client takes for a proxy's page, and rightly so everywhere else. Nothing is followed,
 * nothing is sent along, and nothing is believed that begins like a page.
 */
final class ListPage {
  private static final FailureContext PLACE = new FailureContext(null, "coqui", 0, null, 0);
  private static final int MOST_BYTES = 1 << 20;

  private final HttpUrl base;
  private final OkHttpClient client;

  ListPage(URI base, Duration limit) {
    this.base = HttpUrl.get(base);
    this.client =
        new OkHttpClient.Builder()
            .callTimeout(limit)
            .followRedirects(false)
            .retryOnConnectionFailure(false)
            .build();
  }

  String read(String path) {
    var request = new Request.Builder().url(base.newBuilder().addPathSegment(path).build()).build();
    try (var response = client.newCall(request).execute()) {
      var text = text(response);
      if (!response.isSuccessful()) {
        var error = new ErrorReply(response.code(), response.headers(), text, false);
        throw failed(new CoquiErrors().map(error));
      }
      if (text.isBlank() || text.stripLeading().startsWith("<")) {
        throw failed(
            Failure.of(
                FailureKind.PROTOCOL,
                "what answers at " + base.host() + " is no Coqui server",
                "check the address in COQUI_URL"));
      }
      return text;
    } catch (InterruptedIOException e) {
      throw failed(
          Failure.of(FailureKind.TIMEOUT, "the server did not answer in time", "is it busy?"));
    } catch (IOException e) {
      throw failed(
          Failure.of(
              FailureKind.UNAVAILABLE,
              "the server cannot be reached: " + e.getClass().getSimpleName(),
              "start it, or check the address in COQUI_URL"));
    }
  }

  private static String text(Response response) throws IOException {
    var source = response.body().source();
    if (source.request(MOST_BYTES + 1L)) {
      throw failed(
          Failure.of(FailureKind.PROTOCOL, "the answer is longer than 1 MiB", "is it Coqui's?"));
    }
    return source.getBuffer().readString(StandardCharsets.UTF_8);
  }

  static VidgenException failed(Failure failure) {
    return new VidgenException(failure.in(PLACE));
  }
}
