package io.vidgen.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The value of one field, over one or more lines, that still knows where each character stood. */
final class FieldText {

  private final StringBuilder text = new StringBuilder();
  private final List<Piece> pieces = new ArrayList<>();
  private final Set<Integer> bullets = new HashSet<>();
  private boolean blank = true;

  /** A part of a line. */
  private record Piece(int from, int line, int column) {}

  void add(BlockLine line, int from) {
    if (text.length() > 0) {
      text.append('\n');
    }
    if (line.bullet()) {
      bullets.add(text.length());
    }
    String value = line.raw().substring(Math.min(from, line.raw().length()));
    pieces.add(new Piece(text.length(), line.number(), from + 1));
    text.append(value);
    blank &= Words.isBlank(value);
  }

  static FieldText of(String value, Position at) {
    FieldText field = new FieldText();
    field.pieces.add(new Piece(0, at.line(), at.column()));
    field.text.append(value);
    field.blank = Words.isBlank(value);
    return field;
  }

  String text() {
    return text.toString();
  }

  boolean isBlank() {
    return blank;
  }

  /** Whether the line that starts at this index is an item of a list. */
  boolean isBullet(int lineStart) {
    return bullets.contains(lineStart);
  }

  Position start() {
    return positionAt(0);
  }

  Position positionAt(int index) {
    Piece piece = pieces.get(0);
    for (Piece candidate : pieces) {
      if (candidate.from() <= index) {
        piece = candidate;
      }
    }
    return new Position(piece.line(), piece.column() + index - piece.from());
  }
}
