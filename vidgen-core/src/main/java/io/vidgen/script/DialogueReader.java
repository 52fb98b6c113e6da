package io.vidgen.script;

import io.vidgen.model.DialogueLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the lines that are said from one dialogue field.
 *
 * <p>In a field with quotation marks only what they enclose is said, and the words beside say who
 * speaks and how. Without any, each item or paragraph is a line of the narrator, unless it starts
 * with what is clearly a name and a colon.
 */
final class DialogueReader {

  private static final Set<String> LANGUAGE_NOTES =
      Set.of("francais", "french", "en francais", "anglais", "english", "in english", "vf", "vo");

  private final FieldText field;
  private final String text;
  private final List<DialogueLine> lines = new ArrayList<>();
  private Attribution current;
  private boolean attributed;

  private DialogueReader(FieldText field, Attribution start) {
    this.field = field;
    this.text = field.text();
    this.current = start;
    this.attributed = start.known();
  }

  /**
   * Who speaks by the parentheses after a label: "DIALOGUE (Max, whispering):", "VOIX OFF (bas):".
   */
  static Attribution ofLabel(BlockLabel label) {
    String note = label.note();
    boolean useless =
        LANGUAGE_NOTES.contains(Words.fold(note)) || note.chars().anyMatch(Character::isDigit);
    if (useless) {
      return Attribution.NONE;
    }
    if (label.field() == FieldLabel.NARRATION) {
      return new Attribution("", Attribution.trimPunctuation(Markup.plain(note)), false);
    }
    return Attribution.of(note);
  }

  /** The lines of the field, by this speaker where it names nobody. */
  static List<DialogueLine> read(FieldText field, Attribution start) {
    DialogueReader reader = new DialogueReader(field, start);
    List<Quotes.Quote> quotes = Quotes.find(field);
    if (quotes.isEmpty()) {
      reader.readUnquoted();
    } else {
      reader.readQuoted(quotes);
    }
    return reader.lines;
  }

  private void readQuoted(List<Quotes.Quote> quotes) {
    int end = 0;
    for (Quotes.Quote quote : quotes) {
      lead(text.substring(end, quote.from()));
      lines.add(new DialogueLine(current.speaker(), current.direction(), quote.text()));
      end = quote.to();
    }
    String rest = text.substring(end);
    int newline = rest.indexOf('\n');
    afterQuote(newline < 0 ? rest : rest.substring(0, newline));
    if (newline >= 0) {
      labelledLines(rest.substring(newline + 1));
    }
  }

  /** Takes in what stands between the quote before, if any, and the next one. */
  private void lead(String between) {
    int newline = between.indexOf('\n');
    boolean sameLine = newline < 0;
    String lead = between;
    if (!lines.isEmpty()) {
      boolean taken = afterQuote(sameLine ? between : between.substring(0, newline));
      if (sameLine && taken) {
        return;
      }
      lead = sameLine ? between : between.substring(newline + 1);
    }
    Attribution found = Attribution.of(sameLine ? lead : labelledLines(lead));
    if (found.known()) {
      current = found;
      attributed = true;
    } else {
      boolean silent = found.direction().isEmpty();
      String direction =
          silent && (sameLine || lines.isEmpty()) ? current.direction() : found.direction();
      current = new Attribution(current.speaker(), direction, current.known());
      attributed = attributed && sameLine;
    }
  }

  /** Uses words such as "says Max" after a quote for that quote; returns whether it did. */
  private boolean afterQuote(String tail) {
    String words = Attribution.trimPunctuation(Markup.plain(tail));
    if (attributed || words.isEmpty() || Attribution.isName(words)) {
      return false;
    }
    Attribution found = Attribution.of(tail);
    if (!found.known()) {
      return false;
    }
    current = found;
    attributed = true;
    DialogueLine last = lines.remove(lines.size() - 1);
    lines.add(new DialogueLine(found.speaker(), found.direction(), last.text()));
    return true;
  }

  /** Adds the lines with a name, a colon and words but no quote; returns the other ones. */
  private String labelledLines(String block) {
    StringBuilder others = new StringBuilder();
    for (String line : block.split("\n", -1)) {
      SpeakerLine labelled = SpeakerLine.find(line);
      if (labelled != null && labelled.certain() && !SpeechWords.isSilence(labelled.text())) {
        lines.add(labelled.toDialogue());
        current = Attribution.NONE;
        attributed = true;
      } else {
        others.append(line).append(' ');
      }
    }
    return others.toString();
  }

  private void readUnquoted() {
    List<String> items = items();
    long named = items.stream().filter(item -> SpeakerLine.find(item) != null).count();
    for (String item : items) {
      SpeakerLine labelled = SpeakerLine.find(item);
      String plain = Markup.plain(item);
      if (labelled != null && (labelled.certain() || named > 1)) {
        if (!SpeechWords.isSilence(labelled.text())) {
          lines.add(labelled.toDialogue());
        }
      } else if (!SpeechWords.isSilence(plain)) {
        lines.add(new DialogueLine(current.speaker(), current.direction(), plain));
      }
    }
  }

  /** The items of a list, the lines that start with a name, and paragraphs of wrapped lines. */
  private List<String> items() {
    List<String> items = new ArrayList<>();
    int start = 0;
    for (String line : text.split("\n", -1)) {
      boolean starts = items.isEmpty() || field.isBullet(start) || SpeakerLine.find(line) != null;
      if (starts) {
        items.add(line);
      } else {
        items.set(items.size() - 1, items.get(items.size() - 1) + "\n" + line);
      }
      start += line.length() + 1;
    }
    return items;
  }
}
