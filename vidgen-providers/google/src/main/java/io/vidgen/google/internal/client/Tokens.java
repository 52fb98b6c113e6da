package io.vidgen.google.internal.client;

import com.google.auth.oauth2.GoogleCredentials;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Headers that carry an access token. All of them are fetched at a call and never before. */
public final class Tokens {
  private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

  private Tokens() {}

  /** Tokens that somebody else keeps. */
  public static Supplier<Map<String, String>> of(Supplier<Secret> tokens) {
    return () -> Map.of("Authorization", "Bearer " + token(tokens).reveal());
  }

  /** What the supplier throws may hold a part of the credentials, so its text is not shown. */
  private static Secret token(Supplier<Secret> tokens) {
    String trouble;
    try {
      // Suppliers from elsewhere may break the rule that there is one.
      var token = Optional.ofNullable(tokens.get());
      if (token.isPresent()) {
        return token.get();
      }
      trouble = "accessTokens(…) gave none";
    } catch (RuntimeException e) {
      trouble = e.getClass().getSimpleName() + " in accessTokens(…)";
    }
    throw VidgenException.of(
        FailureKind.AUTHENTICATION,
        "no access token for Google's platform: " + trouble,
        "look at what the supplier does");
  }

  /** Credentials that are ready. */
  public static Supplier<Map<String, String>> of(GoogleCredentials credentials) {
    return new Refreshed(() -> credentials);
  }

  /** Credentials in a file. */
  public static Supplier<Map<String, String>> of(Path json) {
    return new Refreshed(
        () -> {
          try (var in = Files.newInputStream(json)) {
            return GoogleCredentials.fromStream(in);
          }
        });
  }

  /** Those that the machine offers. */
  public static Supplier<Map<String, String>> applicationDefault() {
    return new Refreshed(GoogleCredentials::getApplicationDefault);
  }

  @FunctionalInterface
  private interface Source {
    GoogleCredentials read() throws IOException;
  }

  private static final class Refreshed implements Supplier<Map<String, String>> {
    private final Source source;
    private @Nullable GoogleCredentials credentials;

    Refreshed(Source source) {
      this.source = source;
    }

    @Override
    public Map<String, String> get() {
      try {
        return headers(ready());
      } catch (LinkageError e) {
        // An automatic module cannot say that it needs Gson, which is a full one.
        throw VidgenException.of(
            FailureKind.AUTHENTICATION,
            "Google's library for access tokens lacks a class: " + e.getMessage(),
            "on the module path start Java with --add-modules com.google.gson, or give"
                + " accessTokens(…)");
      } catch (IOException | RuntimeException e) {
        // Its text may hold a part of the credentials.
        throw VidgenException.of(
            e instanceof IOException io && isOffline(io)
                ? FailureKind.UNAVAILABLE
                : FailureKind.AUTHENTICATION,
            "no access token for Google's platform: " + e.getClass().getSimpleName(),
            "check the credentials: GOOGLE_APPLICATION_CREDENTIALS, or gcloud auth"
                + " application-default login");
      }
    }

    private synchronized GoogleCredentials ready() throws IOException {
      var known = credentials;
      if (known == null) {
        var read = source.read();
        known = read.createScopedRequired() ? read.createScoped(SCOPE) : read;
        credentials = known;
      }
      return known;
    }

    private static Map<String, String> headers(GoogleCredentials ready) throws IOException {
      ready.refreshIfExpired();
      var all = new HashMap<String, String>();
      all.put("Authorization", "Bearer " + ready.getAccessToken().getTokenValue());
      if (ready.getQuotaProjectId() != null) {
        all.put("x-goog-user-project", ready.getQuotaProjectId());
      }
      return all;
    }

    private static boolean isOffline(Throwable e) {
      for (Throwable link = e; link != null; link = link.getCause()) {
        if (link instanceof java.net.UnknownHostException
            || link instanceof java.net.SocketException
            || link instanceof java.net.SocketTimeoutException) {
          return true;
        }
      }
      return false;
    }
  }
}
