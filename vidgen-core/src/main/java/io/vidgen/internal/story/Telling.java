package io.vidgen.internal.story;

import io.vidgen.job.Shoot;
import io.vidgen.job.Story;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

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

  /** How a scene is made: who brings a picture for it wants to see that. */
  Shoot shootOf(int number) {
    var shoot = request.shootOf(number);
    return shoot == Shoot.CLIP && scene(number).media() != null ? Shoot.NARRATED : shoot;
  }

  /** The numbers of the scenes that are made in a way. */
  SortedSet<Integer> scenesOf(Shoot shoot) {
    var numbers = new TreeSet<Integer>();
    for (int number = 1; number <= scenes(); number++) {
      if (shootOf(number) == shoot) {
        numbers.add(number);
      }
    }
    return numbers;
  }
}
