package io.vidgen.google.internal.veo;

import io.vidgen.error.Problem;
import java.util.ArrayList;
import java.util.List;

/** Problems as they are found; only warnings when requests are sent unchecked. */
final class Found {
  private final boolean unchecked;
  private final List<Problem> all = new ArrayList<>();

  Found(boolean unchecked) {
    this.unchecked = unchecked;
  }

  void error(String field, String message, String remedy) {
    if (unchecked) {
      warning(field, message + "; it is sent unchecked", "if it is refused: " + remedy);
    } else {
      all.add(Problem.error(field, message, remedy));
    }
  }

  /** What no setting can send. */
  void impossible(String field, String message, String remedy) {
    all.add(Problem.error(field, message, remedy));
  }

  void warning(String field, String message, String remedy) {
    all.add(Problem.warning(field, message, remedy));
  }

  List<Problem> all() {
    return List.copyOf(all);
  }
}
