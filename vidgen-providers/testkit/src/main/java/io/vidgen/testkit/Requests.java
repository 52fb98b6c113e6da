package io.vidgen.testkit;

import io.vidgen.job.VideoRequest;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import java.util.List;
import java.util.Locale;

/** Requests for tests in which it does not matter what is made. */
final class Requests {
  private static final VideoRequest ANY = titled("A");

  private Requests() {}

  static VideoRequest any() {
    return ANY;
  }

  static VideoRequest titled(String title) {
    return VideoRequest.narrated(
            new Script(title, Locale.ENGLISH, List.of(Scene.narrated("Hello."))))
        .build();
  }
}
