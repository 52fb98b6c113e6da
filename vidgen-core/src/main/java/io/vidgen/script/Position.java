package io.vidgen.script;

/** A place in the text of a script, counted from 1; 0 and 0 when there is no place to point at. */
record Position(int line, int column) {

  static final Position NONE = new Position(0, 0);
}
