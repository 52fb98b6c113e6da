package io.vidgen.rest.internal.http;

import java.io.IOException;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * A download that may have broken off, and what is needed to go on with it (RFC 9110 14, RFC 7233).
 * It goes on only with a validator, so that two versions of a file are never put together.
 */
final class PartialDownload {
  private static final Pattern RANGE =
      Pattern.compile("bytes\\s+([0-9]{1,18})-[0-9]{1,18}/([0-9]{1,18}|\\*)");
  private static final Pattern WHOLE = Pattern.compile("bytes\\s+\\*/([0-9]{1,18})");

  private final IncomingFile file;
  private @Nullable String validator;
  private long best;

  PartialDownload(IncomingFile file) {
    this.file = file;
  }

  long size() {
    return file.size();
  }

  /** The most that ever came: less than this is no progress. */
  long best() {
    return best;
  }

  void restart() {
    file.restart();
    validator = null;
  }

  /** Asks for the rest where that is possible. */
  void ask(Request.Builder request) {
    // Bytes as they are: a range of a compressed body means something else.
    request.header("Accept-Encoding", "identity");
    if (file.size() > 0 && validator != null) {
      request.header("Range", "bytes=" + file.size() + "-");
      request.header("If-Range", validator);
    } else {
      restart();
    }
  }

  Received take(Response response) throws IOException {
    if (response.header("Content-Encoding") != null
        && !"identity".equalsIgnoreCase(response.header("Content-Encoding"))) {
      throw new BadAnswerException("it is compressed, which was not asked for");
    }
    if (response.code() != 206 || !goesOn(response)) {
      restart();
      if (response.code() == 206) {
        throw new IOException("another part came than was asked for");
      }
    }
    if (validator == null) {
      validator = validator(response.headers());
    }
    file.check(response);
    long whole =
        response.body().contentLength() < 0 ? -1 : file.size() + response.body().contentLength();
    try {
      file.append(response.body().source());
    } finally {
      best = Math.max(best, file.size());
    }
    if (whole >= 0 && file.size() != whole) {
      throw IncomingFile.tooShort(file.size(), whole);
    }
    return file.finish(response.headers());
  }

  /** Whether a 416 says that nothing is missing. */
  boolean isWhole(Response response) {
    var range = response.header("Content-Range");
    if (range == null || file.size() == 0) {
      return false;
    }
    var whole = WHOLE.matcher(range.strip());
    return whole.matches() && Long.parseLong(whole.group(1)) == file.size();
  }

  Received finish(Headers headers) throws IOException {
    return file.finish(headers);
  }

  private boolean goesOn(Response response) {
    var range = response.header("Content-Range");
    var match = range == null ? null : RANGE.matcher(range.strip());
    return match != null && match.matches() && Long.parseLong(match.group(1)) == file.size();
  }

  /** A weak tag does not promise equal bytes. */
  private static @Nullable String validator(Headers headers) {
    var tag = headers.get("ETag");
    return tag != null && !tag.startsWith("W/") ? tag : headers.get("Last-Modified");
  }
}
