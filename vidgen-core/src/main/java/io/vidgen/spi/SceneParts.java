package io.vidgen.spi;

import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.subtitle.Sentence;
import io.vidgen.subtitle.Sentences;
import io.vidgen.subtitle.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Shares the dialogue of a scene out over its clips. Whoever writes scripts can find out with it
 * how much will be said in each clip.
 */
public final class SceneParts {
  /** About 6 s, which every clip has time for: to cut a shorter sentence is worse than silence. */
  private static final int COMFORTABLE = 16;

  /** A clip that says fewer words than that sounds as if it had been cut off. */
  private static final int FEWEST = 3;

  private SceneParts() {}

  /**
   * The scene as each of its clips tells it. Lines stay whole where each clip gets its share of
   * them; else sentences do, or else clauses; only where one clip would have far more to say than
   * the others, a clause is cut between words.
   *
   * @param scene any scene
   * @param language its language
   * @return as many scenes of one clip each as the scene has clips, in order; the last ones are
   *     silent when there is too little to say
   */
  public static List<Scene> of(Scene scene, Locale language) {
    if (scene.clips() == 1) {
      return List.of(scene);
    }
    var lines = spoken(scene);
    return shares(lines, scene.clips(), language).stream()
        .map(share -> told(share, lines, language))
        .map(
            said ->
                new Scene(
                    scene.heading(), said, scene.visual(), scene.sound(), null, null, null, 1))
        .toList();
  }

  /**
   * What is said, by whom: the dialogue, or what is spoken instead of it.
   *
   * @param scene any scene
   * @return the lines, none for a silent scene
   */
  public static List<DialogueLine> spoken(Scene scene) {
    var say = scene.say();
    if (say == null) {
      return scene.dialogue();
    } else if (say.isBlank()) {
      return List.of();
    }
    var lines = scene.dialogue();
    boolean alone = lines.stream().map(DialogueLine::speaker).distinct().count() == 1;
    return List.of(
        alone
            ? new DialogueLine(lines.get(0).speaker(), lines.get(0).direction(), say)
            : DialogueLine.narrator(say));
  }

  /**
   * What is not cut.
   *
   * @param line index of the line that it is of
   * @param words its words
   */
  private record Piece(int line, List<String> words) {
    int length() {
      return words.size();
    }
  }

  private static List<List<Piece>> shares(List<DialogueLine> lines, int clips, Locale language) {
    var whole = pieces(lines, text -> List.of(Words.split(text, language)));
    var sentences = pieces(lines, text -> sentences(text, language));
    var clauses =
        pieces(
            lines,
            text -> sentences(text, language).stream().flatMap(s -> cut(s).stream()).toList());
    int most = Math.max(COMFORTABLE, (int) Math.ceil(1.25 * length(whole) / clips));
    for (var pieces : List.of(whole, sentences, clauses)) {
      var shares = shared(pieces, clips);
      int fewest = pieces == clauses ? FEWEST : 0;
      if (pieces.size() >= clips
          && shares.stream().allMatch(s -> length(s) <= most && length(s) >= fewest)) {
        return shares;
      }
    }
    var few = shared(sentences, clips);
    return few.stream().allMatch(share -> length(share) <= COMFORTABLE)
        ? few
        : shared(pieces(lines, text -> words(text, language)), clips);
  }

  private static List<Piece> pieces(
      List<DialogueLine> lines, Function<String, List<List<String>>> cut) {
    return IntStream.range(0, lines.size())
        .boxed()
        .flatMap(i -> cut.apply(lines.get(i).text()).stream().map(words -> new Piece(i, words)))
        .toList();
  }

  private static List<List<String>> sentences(String text, Locale language) {
    return Sentences.split(text, language).stream().map(Sentence::words).toList();
  }

  private static List<List<String>> words(String text, Locale language) {
    return Words.split(text, language).stream().map(List::of).toList();
  }

  private static List<List<String>> cut(List<String> sentence) {
    var clauses = new ArrayList<List<String>>();
    int from = 0;
    for (int i = 0; i < sentence.size(); i++) {
      if (i + 1 == sentence.size() || Sentences.endsClause(sentence.get(i))) {
        clauses.add(sentence.subList(from, i + 1));
        from = i + 1;
      }
    }
    return clauses;
  }

  private static int length(List<Piece> pieces) {
    return pieces.stream().mapToInt(Piece::length).sum();
  }

  /** As even as whole pieces allow; none without a piece as long as there are enough. */
  private static List<List<Piece>> shared(List<Piece> pieces, int count) {
    double all = length(pieces);
    var shares = new ArrayList<List<Piece>>();
    int next = 0;
    double told = 0;
    for (int clip = 1; clip <= count; clip++) {
      int first = next;
      int most = Math.max(Math.min(first + 1, pieces.size()), pieces.size() - (count - clip));
      while (next < most
          && (next == first
              || clip == count
              || told + pieces.get(next).length() / 2.0 <= all * clip / count)) {
        told += pieces.get(next).length();
        next++;
      }
      shares.add(pieces.subList(first, next));
    }
    return shares;
  }

  /** What is said of a line in one clip is one line. */
  private static List<DialogueLine> told(
      List<Piece> share, List<DialogueLine> lines, Locale language) {
    return share.stream()
        .map(Piece::line)
        .distinct()
        .map(i -> told(share.stream().filter(p -> p.line() == i).toList(), lines.get(i), language))
        .toList();
  }

  private static DialogueLine told(List<Piece> pieces, DialogueLine line, Locale language) {
    var words = pieces.stream().flatMap(piece -> piece.words().stream()).toList();
    return words.equals(Words.split(line.text(), language))
        ? line
        : new DialogueLine(line.speaker(), line.direction(), Words.join(words));
  }
}
