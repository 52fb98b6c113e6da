package io.vidgen.google.internal.veo;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of operations and files, of the Gemini API and of the platform. */
final class VeoNames {
  private static final Pattern OPERATION =
      Pattern.compile("(?:[\\w.:~-]{1,200}/){0,12}operations/[\\w.:~-]{1,200}");
  private static final Pattern STEP = Pattern.compile("(?:^|/)\\.{1,2}(?:/|$)");
  private static final Pattern PLATFORM =
      Pattern.compile("projects/[^/]+/locations/[^/]+/.*models/[^/]+/operations/[^/]+");
  private static final Pattern BUCKET = Pattern.compile("gs://[a-z0-9._-]{3,222}/\\S{1,1024}");

  /** A query's name that speaks of credentials, or hides itself. */
  private static final Pattern CREDENTIAL =
      Pattern.compile("(?i)^[^=]*(?:key|token|auth|sign|credential|secret|password|%)");

  private VeoNames() {}

  /**
   * Whether an operation can be asked for by a name: on the platform it must say of which model, on
   * the Gemini API it only must stay below the version. Google documents no more of it.
   */
  static boolean isOperation(String name, boolean platform) {
    return OPERATION.matcher(name).matches()
        && !STEP.matcher(name).find()
        && (platform ? PLATFORM.matcher(name).matches() : !name.startsWith("projects/"));
  }

  /** Refuses a name that is not of the service that would be asked; it was paid all the same. */
  static String operation(String name, boolean platform) {
    if (isOperation(name, platform)) {
      return name;
    }
    boolean isOther = isOperation(name, !platform);
    throw new VidgenException(
        Failure.of(
                FailureKind.INVALID_REQUEST,
                isOther
                    ? "the operation is one of "
                        + (platform ? "the Gemini API" : "the platform")
                        + ", but "
                        + (platform ? "the platform" : "the Gemini API")
                        + " is configured"
                    : "the operation's name is not one of Veo's",
                isOther ? "configure the service that it was started with" : "")
            .charged(null));
  }

  /** Whether a file may be asked for with the key: it lies where the requests go. */
  static boolean isOwnFile(String address, URI base) {
    try {
      var uri = new URI(address);
      return uri.getScheme() != null
          && uri.getHost() != null
          && uri.getRawPath() != null
          && uri.getScheme().equalsIgnoreCase(base.getScheme())
          && uri.getHost().toLowerCase(Locale.ROOT).equals(base.getHost().toLowerCase(Locale.ROOT))
          && port(uri) == port(base)
          && uri.getRawUserInfo() == null
          && uri.getRawPath().contains("/files/");
    } catch (java.net.URISyntaxException e) {
      return false;
    }
  }

  /** An address is kept and shown, and credentials go in headers only. */
  static String withoutCredentials(String address) {
    int question = address.indexOf('?');
    if (question < 0) {
      return address;
    }
    var kept =
        Arrays.stream(address.substring(question + 1).split("&", -1))
            .filter(pair -> !CREDENTIAL.matcher(pair).find())
            .collect(Collectors.joining("&"));
    var path = address.substring(0, question);
    return kept.isEmpty() ? path : path + "?" + kept;
  }

  static boolean isBucketFile(String address) {
    return BUCKET.matcher(address).matches();
  }

  /** The bucket of such a file, and the file's name in it. */
  static String[] bucketAndObject(String address) {
    return address.substring("gs://".length()).split("/", 2);
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443;
  }
}
