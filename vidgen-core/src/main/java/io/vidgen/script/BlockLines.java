package io.vidgen.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The lines of a block script and what each one is: heading, labelled field or text. */
final class BlockLines {

  private final List<BlockLine> lines = new ArrayList<>();
  private final List<@Nullable BlockLabel> labels = new ArrayList<>();
  private final List<@Nullable BlockHeading> headings = new ArrayList<>();

  private BlockLines() {}

  static BlockLines of(List<String> raw) {
    BlockLines all = new BlockLines();
    boolean blocks = false;
    for (int i = 0; i < raw.size(); i++) {
      BlockLine line = BlockLine.of(raw.get(i), i + 1);
      BlockHeading heading = BlockHeading.find(line);
      all.lines.add(line);
      all.headings.add(heading);
      all.labels.add(heading == null ? line.label() : null);
      blocks |= heading != null && heading.certain() && heading.word().startsWith("bloc");
    }
    all.settle(blocks);
    return all;
  }

  /**
   * Keeps the headings that start a scene. Where there are blocks, a line about a scene is part of
   * one ("Scène 1 : la forêt") unless fields follow it; and a heading that may be a sentence counts
   * only before a field.
   */
  private void settle(boolean blocks) {
    boolean beforeField = false;
    for (int i = lines.size() - 1; i >= 0; i--) {
      BlockHeading heading = headings.get(i);
      if (heading != null) {
        boolean sure = heading.certain() && (!blocks || heading.word().startsWith("bloc"));
        if (!sure && !beforeField) {
          headings.set(i, null);
        }
      }
      BlockLine line = lines.get(i);
      if (!line.isBlank() && !line.isFence() && !line.isRule()) {
        beforeField = isSceneField(i);
      }
    }
  }

  int size() {
    return lines.size();
  }

  BlockLine get(int i) {
    return lines.get(i);
  }

  @Nullable BlockLabel label(int i) {
    return labels.get(i);
  }

  @Nullable BlockHeading heading(int i) {
    return headings.get(i);
  }

  /** Whether the heading only groups others: "Bloc 1", then at once "Scène 1". */
  boolean isContainer(int i) {
    BlockHeading heading = headings.get(i);
    for (int j = i + 1; j < lines.size(); j++) {
      if (!lines.get(j).isBlank()) {
        BlockHeading next = headings.get(j);
        return heading != null && next != null && !next.word().equals(heading.word());
      }
    }
    return false;
  }

  /** The first heading; or the first field of a script without headings; or the end. */
  int firstScene() {
    for (int i = 0; i < lines.size(); i++) {
      if (headings.get(i) != null) {
        return i;
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      if (isSceneField(i)) {
        return i;
      }
    }
    return lines.size();
  }

  /** Whether this can be a block script: a heading, or both spoken words and a picture or sound. */
  boolean looksLikeBlocks() {
    boolean spoken = false;
    boolean shown = false;
    for (int i = 0; i < lines.size(); i++) {
      BlockLabel label = labels.get(i);
      FieldLabel field = label == null ? FieldLabel.IGNORED : label.field();
      spoken |= field == FieldLabel.DIALOGUE || field == FieldLabel.NARRATION;
      shown |= field == FieldLabel.VISUAL || field == FieldLabel.SOUND;
      if (headings.get(i) != null || (spoken && shown)) {
        return true;
      }
    }
    return false;
  }

  /** French or English, by the words of headings and labels. */
  Locale language() {
    int french = 0;
    for (int i = 0; i < lines.size(); i++) {
      BlockHeading heading = headings.get(i);
      BlockLabel label = labels.get(i);
      if (heading != null) {
        french += FieldLabel.frenchness(heading.word());
        french += heading.text().matches("(?i:sc[\u00E8\u00C8]n.*)") ? 1 : 0;
      }
      french += label == null ? 0 : FieldLabel.frenchness(label.word());
    }
    return french > 0 ? Locale.FRENCH : Locale.ENGLISH;
  }

  private boolean isSceneField(int i) {
    BlockLabel label = labels.get(i);
    return label != null
        && label.field() != FieldLabel.TITLE
        && label.field() != FieldLabel.LANGUAGE
        && label.field() != FieldLabel.IGNORED;
  }
}
