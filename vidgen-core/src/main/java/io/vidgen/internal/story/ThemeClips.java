package io.vidgen.internal.story;

import io.vidgen.error.Problem;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.StandIn;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Chaining;
import io.vidgen.job.Shoot;
import io.vidgen.job.Story;
import io.vidgen.job.Theme;
import io.vidgen.model.Character;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.spi.ClipLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How many clips and scenes the video of a theme has, before its script is written.
 *
 * @param request what is made
 * @param theme what it is about
 * @param count how many clips: the fewest that are as long as the theme says
 * @param length how long they are together
 * @param limits what whoever is to make them can do
 */
record ThemeClips(Story request, Theme theme, int count, Duration length, ClipLimits limits) {
  /** People say about 150 words a minute, and a clip begins and ends with a breath. */
  private static final int WORDS_PER_CLIP = 18;

  private static final String LONG_WORDS = "Something wonderful happens somewhere, ";

  static ThemeClips of(Story request, Theme theme, Toolbox tools) {
    var limits = limits(request, theme, tools);
    var length = ClipPlan.newLength(limits);
    var wanted = theme.length();
    if (request.chaining() != Chaining.EXTENDED || !limits.extendable()) {
      int count = times(wanted, length);
      return new ThemeClips(request, theme, count, length.multipliedBy(count), limits);
    }
    int more = wanted.compareTo(length) <= 0 ? 0 : times(wanted.minus(length), limits.extension());
    var all = length.plus(limits.extension().multipliedBy(more));
    return new ThemeClips(request, theme, 1 + more, all, limits);
  }

  /** How long a chain of clips can be; null when clips are not extended. */
  private @Nullable Duration longest() {
    if (request.chaining() != Chaining.EXTENDED || !limits.extendable()) {
      return null;
    }
    var more = limits.extension().multipliedBy(limits.maxExtensions());
    var byCount = ClipPlan.newLength(limits).plus(more);
    return limits.maxLength().isZero() || byCount.compareTo(limits.maxLength()) < 0
        ? byCount
        : limits.maxLength();
  }

  /** How long the longest chain will be: a scene that is made in another way ends one. */
  private Duration longestChain() {
    var telling = new Telling(request, standIn());
    return ClipPlan.of(telling, telling.scenesOf(Shoot.CLIP), limits).runs().stream()
        .map(run -> run.get(run.size() - 1).end())
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private static int times(Duration whole, Duration part) {
    long parts = whole.plus(part).minusNanos(1).dividedBy(part);
    return (int) Math.max(1, parts);
  }

  /** Those of whoever the clips will be planned by. */
  private static ClipLimits limits(Story request, Theme theme, Toolbox tools) {
    boolean extended = request.chaining() == Chaining.EXTENDED;
    var silent = new Scene("", List.of(), theme.text(), "", null, null, null, 1);
    var any = new Telling(request, new Script("", theme.language(), List.of(silent)));
    var planner = new ClipPurchase(any, extended, tools).planner();
    return planner == null ? ClipLimits.PLAIN : planner.limits();
  }

  /** How many scenes are asked for. */
  int scenes() {
    return theme.scenes() == 0 ? count : theme.scenes();
  }

  /** Finds what contradicts it; returns whether nothing does. */
  boolean check(Checklist list) {
    var errors = new ArrayList<Problem>();
    var wanted = theme.length();
    var longest = longest();
    if (longest != null && wanted.compareTo(longest) > 0 && longestChain().compareTo(longest) > 0) {
      errors.add(
          Problem.error(
              "theme.length",
              String.format(
                  Locale.ROOT,
                  "%s are more than the %s that a chain of clips can have",
                  seconds(wanted),
                  seconds(longest)),
              String.format(
                  Locale.ROOT,
                  "ask for at most %s, or for clips of their own by chaining(SEPARATE)",
                  seconds(longest))));
    }
    if (count == 1 && length.compareTo(wanted) > 0) {
      list.add(
          Problem.warning(
              "theme.length",
              String.format(
                  Locale.ROOT,
                  "%s are asked for, and the video will have %s, as long as its one clip",
                  seconds(wanted),
                  seconds(length)),
              ""));
    }
    if (scenes() > count || scenes() * 2 < count) {
      errors.add(
          Problem.error(
              "theme.scenes",
              String.format(
                  Locale.ROOT,
                  "%d scenes do not share the %d clips of a video of %s: each takes one or two",
                  scenes(),
                  count,
                  seconds(wanted)),
              String.format(
                  Locale.ROOT,
                  "ask for %d to %d scenes, or for another length",
                  (count + 1) / 2,
                  count)));
    }
    var promoted = request.promoted();
    checkNumbers("takes", request.takes().keySet(), errors);
    checkNumbers("shoots", request.shoots().keySet(), errors);
    checkNumbers("promoted", promoted == null ? Set.of() : promoted, errors);
    checkNumbers("heroes", request.heroes(), errors);
    list.addAll(errors);
    return errors.isEmpty();
  }

  private void checkNumbers(String field, Set<Integer> numbers, List<Problem> errors) {
    numbers.stream()
        .filter(number -> number > scenes())
        .sorted()
        .map(
            number ->
                Problem.error(
                    field,
                    String.format(
                        Locale.ROOT,
                        "there is no scene %d: the script will have %d",
                        number,
                        scenes()),
                    "name one of them"))
        .forEach(errors::add);
  }

  /**
   * A script of the same shape in which everybody appears, to ask what its video would cost at
   * most.
   */
  Script standIn() {
    var everybody =
        request.characters().stream().map(Character::name).collect(Collectors.joining(", "));
    var scenes = new ArrayList<Scene>();
    var twice = dearest().subList(0, twice());
    for (int i = 0; i < scenes(); i++) {
      int own = twice.contains(i + 1) ? 2 : 1;
      // Long words: what is said costs by the character.
      var said = LONG_WORDS.repeat(Math.max(1, own * wordsPerClip() / 4)).strip();
      scenes.add(
          new Scene(
              "",
              List.of(DialogueLine.narrator(said)),
              theme.text() + "\n" + everybody,
              "",
              null,
              null,
              null,
              own));
    }
    return new Script(theme.text(), theme.language(), scenes);
  }

  /** How many scenes have two clips. */
  private int twice() {
    return Math.min(scenes(), Math.max(0, count - scenes()));
  }

  /** Whether a scene's clips are bought. */
  private boolean isFilmed(int scene) {
    return request.shootOf(scene) == Shoot.CLIP
        && (!request.isDraft(scene) || request.chaining() == Chaining.INTERPOLATED);
  }

  /**
   * All scenes, those first in which a second clip costs most: clips that are bought, of the
   * longest chain, where the whole video may be billed with each extension.
   */
  private List<Integer> dearest() {
    return IntStream.rangeClosed(1, scenes())
        .boxed()
        .sorted(Comparator.<Integer>comparingInt(this::chain).reversed())
        .toList();
  }

  /** How many scenes around one are filmed without a gap; 0 when it is not filmed itself. */
  private int chain(int scene) {
    int first = scene;
    while (first >= 1 && isFilmed(first)) {
      first--;
    }
    int after = scene;
    while (after <= scenes() && isFilmed(after)) {
      after++;
    }
    return Math.max(0, after - first - 1);
  }

  /**
   * Filmed scenes of the stand-in that may turn out to have only one clip, since another scene that
   * is not filmed may have the second one.
   */
  Set<Integer> perhapsOnce() {
    var filmed = dearest().stream().filter(this::isFilmed).toList();
    int certain = Math.max(0, twice() - (scenes() - filmed.size()));
    int doubled = Math.min(twice(), filmed.size());
    return certain >= doubled ? Set.of() : Set.copyOf(filmed.subList(certain, doubled));
  }

  /** How many clips of a script are bought. */
  int filmed(Script script) {
    return IntStream.rangeClosed(1, script.scenes().size())
        .filter(this::isFilmed)
        .map(scene -> script.scenes().get(scene - 1).clips())
        .sum();
  }

  /** More of them would have longer clips made, where there are some. */
  private int wordsPerClip() {
    var word = StandIn.length("word", theme.language(), null);
    long time = ClipPlan.newLength(limits).dividedBy(word);
    return (int) Math.max(4, Math.min(time, WORDS_PER_CLIP));
  }

  private static String seconds(Duration length) {
    return length.toSeconds() + " s";
  }
}
