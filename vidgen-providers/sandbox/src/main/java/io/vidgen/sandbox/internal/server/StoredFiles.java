package io.vidgen.sandbox.internal.server;

import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.Vendor;
import io.vidgen.sandbox.internal.media.Results;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The bucket: {@code /s3/{vendor}/{key}?AWSAccessKeyId=&Expires=&Signature=}. */
public final class StoredFiles implements Results {
  static final String PREFIX = "s3";

  /** Where a metadata service would answer; nobody may ever connect to it. */
  static final String FORBIDDEN = "http://169.254.169.254/latest/meta-data/";

  private static final Duration EXPIRED = Duration.ofMinutes(-1);

  /** A file and what is wrong with it. */
  record Stored(Path file, String contentType, Optional<Fault.Fate> fate) {}

  private final String base;
  private final long seed;
  private final InstantSource clock;
  private final Map<String, Stored> files = new ConcurrentHashMap<>();

  /**
   * An empty bucket.
   *
   * @param base such as {@code http://127.0.0.1:8899}
   * @param seed makes the signatures
   * @param clock says what has expired
   */
  public StoredFiles(String base, long seed, InstantSource clock) {
    this.base = base;
    this.seed = seed;
    this.clock = clock;
  }

  @Override
  public String address(
      Vendor vendor,
      Path file,
      String key,
      String contentType,
      Duration validity,
      Optional<Fault.Fate> fate) {
    if (fate.filter(f -> f == Fault.Fate.RESULT_FORBIDDEN).isPresent()) {
      return FORBIDDEN + key;
    }
    var place = vendor.prefix() + "/" + key;
    files.put(place, new Stored(file, contentType, fate));
    boolean late = fate.filter(f -> f == Fault.Fate.RESULT_EXPIRED).isPresent();
    long expires = clock.instant().plus(late ? EXPIRED : validity).getEpochSecond();
    var path = new StringBuilder(base + "/" + PREFIX);
    for (String segment : place.split("/", -1)) {
      path.append('/').append(encode(segment));
    }
    return path.append("?AWSAccessKeyId=SANDBOX&Expires=")
        .append(expires)
        .append("&Signature=")
        .append(encode(signature(place, String.valueOf(expires))))
        .toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String signature(String place, String expires) {
    var text = seed + "\n" + place + "\n" + expires;
    var hash = Body.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(Arrays.copyOf(hash, 20));
  }

  /** Where a request below {@code /s3} goes. */
  Target target(String method, List<String> segments) {
    var imitation = new Bucket(vendor(segments.get(1)), this);
    var place = String.join("/", segments.subList(1, segments.size()));
    var path = "/" + PREFIX + "/" + place;
    return new Target(imitation, imitation.routes().get(0), method, path, Map.of("place", place));
  }

  private static Vendor vendor(String prefix) {
    return Arrays.stream(Vendor.values())
        .filter(v -> v.prefix().equals(prefix))
        .findFirst()
        .orElse(Vendor.DID);
  }

  /** Answers a download. */
  Reply download(Call call) {
    var place = call.param("place");
    var stored = files.get(place);
    var expires = call.query("Expires").orElse("");
    boolean genuine = call.query("Signature").orElse("").equals(signature(place, expires));
    if (!call.method().equals("GET") && !call.method().equals("HEAD")) {
      return xml(405, "MethodNotAllowed", "The specified method is not allowed.");
    } else if (stored == null) {
      return xml(404, "NoSuchKey", "The specified key does not exist.");
    } else if (!genuine) {
      return xml(403, "SignatureDoesNotMatch", "The request signature does not match.");
    } else if (!clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(expires)))) {
      return xml(403, "AccessDenied", "Request has expired");
    }
    return give(stored, call);
  }

  private static Reply give(Stored stored, Call call) {
    var fate = stored.fate().orElse(null);
    if (fate == Fault.Fate.RESULT_REDIRECTED) {
      return Reply.empty(302).header("Location", FORBIDDEN);
    } else if (fate == Fault.Fate.RESULT_CORRUPT) {
      return Reply.text(200, stored.contentType(), "this is no media file ".repeat(200));
    }
    return ByteRange.apply(
        Reply.file(200, stored.contentType(), stored.file()), call.header("range").orElse(""));
  }

  /** An error as S3 writes it. */
  static Reply xml(int status, String code, String message) {
    return Reply.text(
        status,
        "application/xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>"
            + code
            + "</Code><Message>"
            + message
            + "</Message><RequestId>SANDBOX</RequestId><HostId>SANDBOX</HostId></Error>");
  }
}
