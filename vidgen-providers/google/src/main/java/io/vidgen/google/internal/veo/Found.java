package io.vidgen.google.internal.veo;

import io.vidgen.error.Problem;
import java.util.ArrayList;
import java.util.List;

/** Problems as they are found; only warnings when requests are sent unchecked. */
final class Found {
  private static final String ANYWAY =
      "; or send it anyway with vidgen.veo.unchecked (VIDGEN_VEO_UNCHECKED=true)";

  private final boolean unchecked;
  private final List<Problem> all = new ArrayList<>();

  Found(boolean unchecked) {
    this.unchecked = unchecked;
  }

  /** What Google refuses as far as is known, and what the user may send all the same. */
  void error(String field, String message, String remedy) {
    if (unchecked) {
      warning(field, message + "; it is sent unchecked", "if it is refused: " + remedy);
    } else {
      all.add(Problem.error(field, message, remedy + ANYWAY));
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
