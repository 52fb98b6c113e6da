package io.vidgen.sandbox.internal.google;

import io.vidgen.sandbox.Vendor;
import io.vidgen.sandbox.internal.server.Call;
import io.vidgen.sandbox.internal.server.Reply;
import io.vidgen.sandbox.internal.vendor.Studio;
import java.util.List;
import java.util.Optional;

/** Lets in who has a key or, on the platform, a token. */
final class GoogleKeys {
  static final String KEY = "x-goog-api-key";
  private static final String BEARER = "Bearer ";
  private static final List<String> IN_ADDRESS = List.of("key", "access_token");

  private final Studio studio;

  GoogleKeys(Studio studio) {
    this.studio = studio;
  }

  Optional<Reply> refuse(Call call) {
    for (String name : IN_ADDRESS) {
      if (call.query(name).isPresent()) {
        // Google takes it, but addresses end up in logs
        studio.books().leak(call.method() + " /google" + call.path(), name);
      }
    }
    var key = call.header(KEY).or(() -> call.query("key")).orElse("");
    var token = token(call);
    boolean platform = !call.path().contains("/v1beta/");
    if (!key.isBlank()) {
      return accepted(key) ? Optional.empty() : Optional.of(GoogleErrors.invalidKey());
    } else if (!token.isBlank()) {
      return accepted(token.substring(BEARER.length()).strip())
          ? Optional.empty()
          : Optional.of(GoogleErrors.unauthenticated());
    }
    return Optional.of(platform ? GoogleErrors.unauthenticated() : GoogleErrors.unregistered());
  }

  private static String token(Call call) {
    return call.header("authorization").filter(h -> h.startsWith(BEARER)).orElse("");
  }

  /** Whatever the client has shown. */
  static String credential(Call call) {
    return call.header(KEY).or(() -> call.query("key")).orElseGet(() -> token(call));
  }

  private boolean accepted(String credential) {
    return studio.keys().accept(Vendor.GOOGLE, credential);
  }
}
