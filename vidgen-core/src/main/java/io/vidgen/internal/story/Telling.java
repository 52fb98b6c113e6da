package io.vidgen.internal.story;

import io.vidgen.job.Story;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import java.util.Locale;

/**
 * A story whose script is known.
 *
 * @param request what to make of it
 * @param script what is told: the request's own, or what was written for its theme
 */
record Telling(Story request, Script script) {

  Scene scene(int number) {
    return script.scenes().get(number - 1);
  }

  Locale language() {
    return script.language();
  }

  int scenes() {
    return script.scenes().size();
  }
}
