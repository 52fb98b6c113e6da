package io.vidgen.internal.story;

import io.vidgen.internal.engine.StepKey;
import io.vidgen.job.FilterAnswer;
import io.vidgen.spi.VideoProvider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One of the ways to ask for a clip, each of which is tried when the one before it was refused.
 *
 * @param wanted what is asked for
 * @param who who is asked
 * @param taken the answers that led here
 * @param left the answers that are left, in order
 * @param asked ids of the providers that were asked so far
 * @param moves how often somebody else was asked since a provider could not serve
 */
record Rung(
    Wanted wanted,
    VideoProvider who,
    List<FilterAnswer> taken,
    List<FilterAnswer> left,
    Set<String> asked,
    int moves) {
  private static final String INSTEAD = "instead";

  static Rung first(Wanted wanted, VideoProvider who, List<FilterAnswer> answers) {
    return new Rung(wanted, who, List.of(), answers, Set.of(who.id()), 0);
  }

  /** What follows an answer; answers before it are not come back to. */
  Rung after(int answer, Wanted next, VideoProvider by) {
    var all = new ArrayList<>(taken);
    all.add(left.get(answer));
    var everyone = new HashSet<>(asked);
    everyone.add(by.id());
    return new Rung(
        next,
        by,
        List.copyOf(all),
        left.subList(answer + 1, left.size()),
        Set.copyOf(everyone),
        moves);
  }

  /** What follows when its provider cannot serve: another one is asked, with the same answers. */
  Rung instead(Wanted next, VideoProvider by) {
    var everyone = new HashSet<>(asked);
    everyone.add(by.id());
    return new Rung(next, by, taken, left, Set.copyOf(everyone), moves + 1);
  }

  /** The same instead of one that has not failed: who was asked there may be asked again. */
  Rung insteadOf(Rung other) {
    var everyone = new HashSet<>(other.asked());
    everyone.remove(other.who().id());
    everyone.add(who.id());
    return new Rung(wanted, who, taken, left, Set.copyOf(everyone), moves);
  }

  /** Names a step of this rung. */
  StepKey key(String kind) {
    var place = wanted.clip().place();
    var moved = moves == 0 ? "" : moves == 1 ? INSTEAD : INSTEAD + "-" + moves;
    if (taken.isEmpty()) {
      return moved.isEmpty() ? place.key(kind) : place.key(kind, moved);
    }
    var last = taken.get(taken.size() - 1);
    long times = taken.stream().filter(last::equals).count();
    var name = last.name().toLowerCase(Locale.ROOT).replace('_', '-');
    var answer = times == 1 ? name : name + "-" + times;
    return place.key(kind, moved.isEmpty() ? answer : answer + "-" + moved);
  }
}
