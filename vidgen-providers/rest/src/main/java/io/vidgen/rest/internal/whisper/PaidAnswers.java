package io.vidgen.rest.internal.whisper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers that were paid for as parts of a recording of which another part failed, so that the next
 * try does not pay for them again. A few dozen, in memory alone; the ledger keeps whole results.
 */
final class PaidAnswers {
  private static final int MOST = 64;

  private final Map<String, Transcript> answers =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Transcript> eldest) {
          return size() > MOST;
        }
      };

  synchronized Optional<Transcript> find(String key) {
    return Optional.ofNullable(answers.get(key));
  }

  synchronized void keep(String key, Transcript answer) {
    answers.put(key, answer);
  }

  static String key(Path file, String question) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest()) + " " + question;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
