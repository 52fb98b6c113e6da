package io.vidgen.rest.internal.http;

import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * The HTTP clients, one for each manner of calling. All calls run on the caller's thread, so
 * nothing here limits how many run at once; idle connections are few and short-lived.
 */
public final class HttpClients {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration WRITE = Duration.ofSeconds(60);

  /** Shared by all, since reading the trusted certificates takes a while. */
  private final OkHttpClient root =
      FastFallback.off(
              new OkHttpClient.Builder()
                  .connectTimeout(CONNECT)
                  .writeTimeout(WRITE)
                  .followRedirects(false)
                  .followSslRedirects(false))
          .build();

  /** Clients that share nothing with those of another instance; connects to nothing. */
  public HttpClients() {}

  /**
   * For calls that must not be sent twice: no retry, no redirect, and a connection of its own for
   * each. A pooled one may be closing just as the request leaves, and a paid request that met a
   * closing connection is of unknown outcome; a new handshake is cheaper than a person who has to
   * look.
   */
  OkHttpClient submit(Duration stall) {
    return base(0, Duration.ofSeconds(1))
        .retryOnConnectionFailure(false)
        .protocols(List.of(Protocol.HTTP_1_1))
        .addNetworkInterceptor(new Sending.Once())
        .readTimeout(stall)
        .build();
  }

  /** For questions, which may be sent again when a connection turns out to be dead. */
  OkHttpClient ask(Duration stall) {
    return base(16, Duration.ofSeconds(60))
        .retryOnConnectionFailure(true)
        .readTimeout(stall)
        .build();
  }

  /**
   * For files from addresses that came from outside. Never through a proxy: a proxy would resolve
   * the name by itself, and the check of the addresses would mean nothing.
   */
  OkHttpClient download(AddressGuard guard, Duration stall) {
    return base(8, Duration.ofSeconds(15))
        .retryOnConnectionFailure(true)
        .protocols(List.of(Protocol.HTTP_1_1))
        .dns(guard)
        .proxy(Proxy.NO_PROXY)
        .readTimeout(stall)
        .build();
  }

  /**
   * For notifications to addresses that came from outside: guarded, no proxy, no redirect, no
   * retry, no cookies and no credentials. Check each address with {@link AddressGuard#check} first;
   * requests need no tag.
   *
   * @param guard what is allowed
   * @param limit longest delivery
   * @return a client
   */
  public OkHttpClient webhook(AddressGuard guard, Duration limit) {
    return plain(8, Duration.ofSeconds(15))
        .retryOnConnectionFailure(false)
        .protocols(List.of(Protocol.HTTP_1_1))
        .dns(guard)
        .proxy(Proxy.NO_PROXY)
        .callTimeout(limit)
        .readTimeout(limit)
        .build();
  }

  private OkHttpClient.Builder base(int idle, Duration keepAlive) {
    return plain(idle, keepAlive).eventListener(new Sending.Listener());
  }

  private OkHttpClient.Builder plain(int idle, Duration keepAlive) {
    var dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(Integer.MAX_VALUE);
    dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
    return root.newBuilder()
        .dispatcher(dispatcher)
        .connectionPool(new ConnectionPool(idle, keepAlive.toMillis(), TimeUnit.MILLISECONDS));
  }
}
