package io.vidgen.spi;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/**
 * An account at a vendor, whose limits all who use it share: providers, pipelines and their owners.
 *
 * @param id the same for everybody in this JVM who uses the account; says nothing of its key, since
 *     it is shown to whoever waits there
 * @param limits what its user says that it may do: never exceeded, whatever the vendor says later
 */
public record ProviderAccount(String id, AccountLimits limits) {
  /** Lets nobody who sees an id find out whether a guessed key is behind it. */
  private static final String SALT = HexFormat.of().formatHex(randomBytes());

  private static final int SHOWN = 12;

  /**
   * The account behind a key.
   *
   * @param family what shares limits, such as {@code elevenlabs}, or a model where a vendor counts
   *     by model
   * @param base address of the vendor
   * @param key what identifies the account there; only a short salted digest of it is kept
   * @param limits what it may do
   * @return the account
   */
  public static ProviderAccount of(String family, URI base, Secret key, AccountLimits limits) {
    var login = base.getRawUserInfo();
    var query = base.getRawQuery();
    var shown = new StringBuilder(base.getScheme() == null ? "" : base.getScheme() + "://");
    shown.append(base.getHost() == null ? "" : base.getHost());
    shown.append(base.getPort() < 0 ? "" : ":" + base.getPort());
    shown.append(base.getRawPath() == null ? "" : base.getRawPath());
    var host = shown.toString().toLowerCase(Locale.ROOT).replaceAll("/+$", "");
    // What an address may hold beside the place can be a secret too.
    var holder =
        key.reveal() + (login == null ? "" : "\n" + login) + (query == null ? "" : "\n" + query);
    return new ProviderAccount(family + "@" + host + "#" + digest(holder), limits);
  }

  private static byte[] randomBytes() {
    var bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static String digest(String key) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update(SALT.getBytes(StandardCharsets.UTF_8));
      var hex = HexFormat.of().formatHex(sha.digest(key.getBytes(StandardCharsets.UTF_8)));
      return hex.substring(0, SHOWN);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
