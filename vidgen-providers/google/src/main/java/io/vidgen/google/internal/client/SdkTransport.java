package io.vidgen.google.internal.client;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.rest.internal.http.ApiCall;
import io.vidgen.rest.internal.http.Reply;
import io.vidgen.rest.internal.http.VendorClient;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Stands where the SDK's HTTP client would be: takes each request that the SDK writes, sends it by
 * the client that all paid calls of this library go by, and hands the answer back. Nothing of the
 * SDK's own sending is left: no retry, no redirect, no key.
 */
final class SdkTransport implements Interceptor {
  /** Headers that the SDK may set and that say something to Google. */
  private static final List<String> KEPT = List.of("x-goog-api-client");

  private static final MediaType JSON = MediaType.get("application/json");

  private final HttpUrl base;
  private final VendorClient client;
  private final UnaryOperator<String> hidden;

  /** The SDK takes nothing along with a call; removed as soon as the call is over. */
  @SuppressWarnings("ThreadLocalUsage") // two transports must not see each other's calls
  private final ThreadLocal<SdkCall> current = new ThreadLocal<>();

  /**
   * Carries calls.
   *
   * @param base where they go
   * @param client sends them
   * @param hidden takes secrets out of answers, before anybody can show or store a part of them
   */
  SdkTransport(HttpUrl base, VendorClient client, UnaryOperator<String> hidden) {
    this.base = base;
    this.client = client;
    this.hidden = hidden;
  }

  /** An HTTP client for the SDK that never opens a connection. */
  OkHttpClient httpClient() {
    return new OkHttpClient.Builder().addInterceptor(this).build();
  }

  /**
   * Makes one call of the SDK on this thread.
   *
   * @throws VidgenException for everything that fails
   */
  <T> T run(SdkCall call, Supplier<T> sdk) {
    current.set(call);
    try {
      return sdk.get();
    } catch (VidgenException e) {
      throw e;
    } catch (RuntimeException e) {
      throw refused(call, e);
    } finally {
      current.remove();
    }
  }

  @Override
  public Response intercept(Chain chain) {
    var request = chain.request();
    var call = current.get();
    if (call == null) {
      throw new IllegalStateException("a request of nobody");
    }
    var carried = carried(request, call);
    call.send();
    var reply =
        call.isPaid()
            ? client.submit(carried, call.context())
            : client.ask(carried, call.context());
    return answer(request, reply);
  }

  private ApiCall carried(Request request, SdkCall call) {
    var url = request.url();
    var segments = url.pathSegments();
    int own = base.encodedPath().equals("/") ? 0 : base.pathSegments().size();
    if (!url.host().equals(base.host()) || url.port() != base.port() || segments.size() <= own) {
      throw new IllegalStateException("a request to another host");
    }
    var path = segments.subList(own, segments.size()).toArray(String[]::new);
    var carried = request.method().equals("GET") ? ApiCall.get(path) : ApiCall.post(path);
    for (int i = 0; i < url.querySize(); i++) {
      var value = url.queryParameterValue(i);
      carried.query(url.queryParameterName(i), value == null ? "" : value);
    }
    for (var name : KEPT) {
      var value = request.header(name);
      if (value != null) {
        carried.header(name, value);
      }
    }
    var body = request.body();
    if (body != null) {
      carried.body(body);
    }
    var limit = call.limit();
    if (limit != null) {
      carried.limit(limit).stall(limit);
    }
    return carried.paid(call.isPaid()).build();
  }

  private Response answer(Request request, Reply reply) {
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(reply.status())
        .message("")
        .headers(reply.headers())
        .body(ResponseBody.create(hidden.apply(reply.text()), JSON))
        .build();
  }

  /** The SDK threw by itself: over the request before it was sent, or over the answer. */
  private static VidgenException refused(SdkCall call, RuntimeException e) {
    if (!call.isSent()) {
      return new VidgenException(
          Failure.of(
              FailureKind.INVALID_REQUEST,
              call.what() + " was not sent: " + e.getMessage(),
              "change the request"),
          e);
    }
    var text =
        call.what() + " was answered in a way that cannot be read: " + e.getClass().getName();
    return new VidgenException(
        call.isPaid()
            ? Failure.of(
                FailureKind.UNKNOWN_OUTCOME,
                text,
                "look at the account's usage before it is sent again: it may have been charged")
            : Failure.of(FailureKind.PROTOCOL, text, "check the address in the settings"),
        e);
  }
}
