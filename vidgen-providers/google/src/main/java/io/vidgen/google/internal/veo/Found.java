package io.vidgen.google.internal.veo;

import io.vidgen.error.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Problems as they are found; only warnings where requests are sent all the same. */
final class Found {
  private static final String ANYWAY =
      "; or send it anyway with vidgen.veo.unchecked (VIDGEN_VEO_UNCHECKED=true)";

  private final @Nullable String sent;
  private final List<Problem> all = new ArrayList<>();

  private Found(@Nullable String sent) {
    this.sent = sent;
  }

  static Found of(boolean isUnchecked) {
    return new Found(isUnchecked ? "it is sent unchecked" : null);
  }

  /** Nobody knows what the model can do. */
  static Found ofUnknownModel() {
    return new Found("it is sent, as this model may take it");
  }

  /** What Google refuses as far as is known, and what the user may send all the same. */
  void error(String field, String message, String remedy) {
    if (sent != null) {
      warning(field, message + "; " + sent, "if it is refused: " + remedy);
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

  void addAll(Found other) {
    all.addAll(other.all);
  }

  List<Problem> all() {
    return List.copyOf(all);
  }
}
