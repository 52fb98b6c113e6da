package io.vidgen.sandbox.internal.google;

import io.vidgen.sandbox.Vendor;
import io.vidgen.sandbox.internal.server.Call;
import io.vidgen.sandbox.internal.server.Reply;
import io.vidgen.sandbox.internal.vendor.Studio;
import io.vidgen.spi.Secret;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lets in who has a key or, on the platform, a token. */
final class GoogleKeys {
  static final String KEY = "x-goog-api-key";

  /** The key that is told to everybody. */
  static final String GOOD = "sandbox-google";

  /** The project of those who use the platform with a key. */
  static final String EXPRESS = "express";

  private static final Pattern ALSO_GOOD = Pattern.compile(GOOD + "(-[A-Za-z0-9-]{1,60})?");
  private static final Pattern PROJECT = Pattern.compile("/v1beta1/projects/([^/]+)/.*");
  private static final String STORAGE = "/storage/";
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
    var key = key(call);
    var token = token(call);
    boolean onlyTokens = call.path().startsWith(STORAGE) || project(call).isPresent();
    if (!token.isBlank() && (onlyTokens || key.isBlank())) {
      return accepted(token) ? Optional.empty() : Optional.of(GoogleErrors.unauthenticated());
    } else if (key.isBlank()) {
      boolean platform = !call.path().contains("/v1beta/");
      return Optional.of(platform ? GoogleErrors.unauthenticated() : GoogleErrors.unregistered());
    } else if (onlyTokens) {
      return Optional.of(GoogleErrors.keyForToken());
    }
    return accepted(key) ? Optional.empty() : Optional.of(GoogleErrors.invalidKey());
  }

  /** The project that the path names; empty for none, and for that of the key. */
  private static Optional<String> project(Call call) {
    var matcher = PROJECT.matcher(call.path());
    return matcher.matches() && !matcher.group(1).equals(EXPRESS)
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }

  private static String key(Call call) {
    return call.header(KEY).or(() -> call.query("key")).orElse("");
  }

  private static String token(Call call) {
    return call.header("authorization")
        .filter(header -> header.startsWith(BEARER))
        .map(header -> header.substring(BEARER.length()).strip())
        .orElse("");
  }

  /** Whatever the client has shown. */
  static Secret credential(Call call) {
    var key = key(call);
    return Secret.of(key.isBlank() ? token(call) : key);
  }

  /** Who pays, and owns what was paid for: a project, or whoever has the key. */
  static Secret account(Call call) {
    return project(call)
        .map(name -> Secret.of("projects/" + name))
        .orElseGet(() -> credential(call));
  }

  private boolean accepted(String credential) {
    return studio.keys().optional(Vendor.GOOGLE)
        ? ALSO_GOOD.matcher(credential).matches()
        : studio.keys().accept(Vendor.GOOGLE, credential);
  }
}
