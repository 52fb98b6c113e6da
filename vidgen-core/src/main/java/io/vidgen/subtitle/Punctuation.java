package io.vidgen.subtitle;

/** Reads how strongly a word's punctuation separates it from the next word. */
enum Punctuation {
  /** Nothing, or something inside the word. */
  NONE,
  /** A comma, a colon, a dash: a short pause. */
  CLAUSE,
  /** A full stop, a question, an exclamation: the end of a sentence. */
  SENTENCE;

  private static final String SENTENCE_MARKS = ".!?…。！？｡؟۔।॥‽⁇⁈⁉";
  private static final String CLAUSE_MARKS = ",;:،؛、，；：–—―";
  private static final String CLOSERS = "\"'”’»›)]}」』）】〉》*";
  private static final String OPENERS = "\"'“‘«‹([{「『（【〈《¿¡";
  private static final String PARTICLES = "的了着过吗呢吧啊么们地得はがをにでともへ";
  private static final String PHRASE_STARTS = "和与但而因所如在是把被从对我你您他她它这那";
  private static final String HANGING = "%‰°€$£-_~/&+=•·";

  /**
   * Whether Chinese or Japanese reads well when a line ends between two of its words: after a
   * particle, or before a word that begins a phrase. Without a dictionary it is all that is known.
   */
  static boolean isPhraseEnd(String left, String right) {
    char last = left.charAt(left.length() - 1);
    return PARTICLES.indexOf(last) >= 0 || PHRASE_STARTS.indexOf(right.charAt(0)) >= 0;
  }

  /** What a word ends with, looking through quotes, brackets and spaces that close after it. */
  static Punctuation endOf(String word) {
    int i = word.length() - 1;
    while (i > 0 && (CLOSERS.indexOf(word.charAt(i)) >= 0 || isSpace(word.charAt(i)))) {
      i--;
    }
    if (i < 0) {
      return NONE;
    }
    char last = word.charAt(i);
    if (SENTENCE_MARKS.indexOf(last) >= 0) {
      return last == '.' && isAbbreviation(word, i) ? NONE : SENTENCE;
    }
    return CLAUSE_MARKS.indexOf(last) >= 0 ? CLAUSE : NONE;
  }

  /** "A." and "e.g." are no ends of sentences: one letter before the full stop. */
  private static boolean isAbbreviation(String word, int stop) {
    boolean letter = stop >= 1 && Character.isLetter(word.charAt(stop - 1));
    return letter && (stop == 1 || !Character.isLetterOrDigit(word.charAt(stop - 2)));
  }

  /** Whether a token has no letter, digit or picture, so that it hangs on to a neighbour. */
  static boolean isOnly(String token) {
    return token
        .codePoints()
        .allMatch(
            c ->
                isMark(c)
                    || Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Scripts.isZeroWidth(c));
  }

  /** Whether a token of punctuation belongs to the word after it. */
  static boolean opens(String token) {
    int last = token.codePointBefore(token.length());
    return OPENERS.indexOf(last) >= 0 && "\"'".indexOf(last) < 0;
  }

  static boolean isMark(int c) {
    return SENTENCE_MARKS.indexOf(c) >= 0
        || CLAUSE_MARKS.indexOf(c) >= 0
        || CLOSERS.indexOf(c) >= 0
        || OPENERS.indexOf(c) >= 0
        || HANGING.indexOf(c) >= 0
        || (c >= 0x3001 && c <= 0x3003);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
