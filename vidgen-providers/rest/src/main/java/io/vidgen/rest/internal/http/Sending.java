package io.vidgen.rest.internal.http;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** What is known about how far one request got. Rides on the request as a tag. */
final class Sending {
  private final boolean hasBody;
  private final AtomicBoolean onWire = new AtomicBoolean();
  private volatile boolean left;

  Sending(boolean hasBody) {
    this.hasBody = hasBody;
  }

  /** Whether anything may have left that the other side could act on. */
  boolean left() {
    return left;
  }

  /** Follows requests: a body counts from its first byte, a request without one from its head. */
  static final class Listener extends EventListener {
    @Override
    public void requestHeadersStart(Call call) {
      var sending = of(call.request());
      if (!sending.hasBody) {
        sending.left = true;
      }
    }

    @Override
    public void requestBodyStart(Call call) {
      of(call.request()).left = true;
    }
  }

  /** Stops the HTTP library from sending a request a second time, for whatever reason it has. */
  static final class Once implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
      if (!of(chain.request()).onWire.compareAndSet(false, true)) {
        throw new IOException("a request is not sent twice");
      }
      return chain.proceed(chain.request());
    }
  }

  private static Sending of(Request request) {
    var sending = request.tag(Sending.class);
    if (sending == null) {
      throw new IllegalStateException("a request without its tag");
    }
    return sending;
  }
}
