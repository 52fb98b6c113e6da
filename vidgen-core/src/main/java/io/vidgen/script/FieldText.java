package io.vidgen.script;

import java.util.ArrayList;
import java.util.List;

/** The value of one field, over one or more lines, that still knows where each character stood. */
final class FieldText {

  private final StringBuilder text = new StringBuilder();
  private final List<Piece> pieces = new ArrayList<>();

  /** A part of a line. */
  private record Piece(int from, int line, int column, boolean bullet) {}

  void add(BlockLine line, int from) {
    if (text.length() > 0) {
      text.append('\n');
    }
    pieces.add(new Piece(text.length(), line.number(), from + 1, line.bullet()));
    text.append(line.raw(), Math.min(from, line.raw().length()), line.raw().length());
  }

  static FieldText of(String value, Position at) {
    FieldText field = new FieldText();
    field.pieces.add(new Piece(0, at.line(), at.column(), false));
    field.text.append(value);
    return field;
  }

  String text() {
    return text.toString();
  }

  boolean isBlank() {
    return Words.isBlank(text());
  }

  /** Whether the line that starts at this index is an item of a list. */
  boolean isBullet(int lineStart) {
    return pieces.stream().anyMatch(piece -> piece.from() == lineStart && piece.bullet());
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
