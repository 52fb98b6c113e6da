package io.vidgen.subtitle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds which words of two sequences are the same, keeping their order: the heaviest common
 * subsequence, where a longer word weighs more and a similar one a little less. Long inputs are
 * first cut at words that occur once on both sides, so that time and memory stay bounded.
 */
final class WordMatcher {

  /** The largest table that is filled; larger ones are cut first, or else left unmatched. */
  private static final long MAX_CELLS = 1_000_000;

  private static final int SIMILAR_PERCENT = 60;

  private final List<String> left;
  private final List<String> right;
  private final int[] match;

  private WordMatcher(List<String> left, List<String> right) {
    this.left = left;
    this.right = right;
    this.match = new int[left.size()];
    Arrays.fill(match, -1);
  }

  /** For each word on the left the index of its word on the right, or -1; increasing. */
  static int[] match(List<String> left, List<String> right) {
    WordMatcher matcher = new WordMatcher(left, right);
    matcher.solve(0, left.size(), 0, right.size());
    return matcher.match;
  }

  private void solve(int i, int iEnd, int k, int kEnd) {
    int from = i;
    int other = k;
    int end = iEnd;
    int otherEnd = kEnd;
    if ((long) (end - from) * (otherEnd - other) > MAX_CELLS) {
      while (from < end && other < otherEnd && left.get(from).equals(right.get(other))) {
        match[from++] = other++;
      }
      while (from < end && other < otherEnd && left.get(end - 1).equals(right.get(otherEnd - 1))) {
        match[--end] = --otherEnd;
      }
    }
    if ((long) (end - from) * (otherEnd - other) <= MAX_CELLS) {
      table(from, end, other, otherEnd);
      return;
    }
    int lastLeft = from;
    int lastRight = other;
    List<int[]> anchors = anchors(from, end, other, otherEnd);
    if (anchors.isEmpty()) {
      return;
    }
    for (int[] anchor : anchors) {
      solve(lastLeft, anchor[0], lastRight, anchor[1]);
      match[anchor[0]] = anchor[1];
      lastLeft = anchor[0] + 1;
      lastRight = anchor[1] + 1;
    }
    solve(lastLeft, end, lastRight, otherEnd);
  }

  private void table(int i, int iEnd, int k, int kEnd) {
    int n = iEnd - i;
    int m = kEnd - k;
    int[][] best = new int[n + 1][m + 1];
    for (int a = n - 1; a >= 0; a--) {
      for (int b = m - 1; b >= 0; b--) {
        int skip = Math.max(best[a + 1][b], best[a][b + 1]);
        int weight = weight(left.get(i + a), right.get(k + b));
        best[a][b] = weight == 0 ? skip : Math.max(skip, best[a + 1][b + 1] + weight);
      }
    }
    int a = 0;
    int b = 0;
    while (a < n && b < m) {
      int weight = weight(left.get(i + a), right.get(k + b));
      if (weight > 0 && best[a][b] == best[a + 1][b + 1] + weight) {
        match[i + a++] = k + b++;
      } else if (best[a][b] == best[a + 1][b]) {
        a++;
      } else {
        b++;
      }
    }
  }

  /** Words that occur once on both sides, as the longest chain that is in order on both. */
  private List<int[]> anchors(int i, int iEnd, int k, int kEnd) {
    Map<String, Integer> once = unique(right, k, kEnd);
    Map<String, Integer> onceLeft = unique(left, i, iEnd);
    List<int[]> pairs = new ArrayList<>();
    for (int a = i; a < iEnd; a++) {
      Integer b = once.get(left.get(a));
      if (b != null && b >= 0 && onceLeft.getOrDefault(left.get(a), -1) == a) {
        pairs.add(new int[] {a, b});
      }
    }
    return longestChain(pairs);
  }

  private static Map<String, Integer> unique(List<String> words, int from, int to) {
    Map<String, Integer> out = new HashMap<>();
    for (int i = from; i < to; i++) {
      out.merge(words.get(i), i, (a, b) -> -1);
    }
    return out;
  }

  private static List<int[]> longestChain(List<int[]> pairs) {
    int[] tails = new int[pairs.size()];
    int[] previous = new int[pairs.size()];
    int length = 0;
    for (int p = 0; p < pairs.size(); p++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) / 2;
        if (pairs.get(tails[middle])[1] < pairs.get(p)[1]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[p] = low > 0 ? tails[low - 1] : -1;
      tails[low] = p;
      length = Math.max(length, low + 1);
    }
    List<int[]> chain = new ArrayList<>(length);
    for (int p = length > 0 ? tails[length - 1] : -1; p >= 0; p = previous[p]) {
      chain.add(pairs.get(p));
    }
    Collections.reverse(chain);
    return chain;
  }

  private static int weight(String a, String b) {
    if (a.equals(b)) {
      return 20 + Math.min(10, a.length());
    }
    int longest = Math.max(a.length(), b.length());
    int shortest = Math.min(a.length(), b.length());
    if (shortest < 4 || longest > 40 || shortest * 100 < longest * SIMILAR_PERCENT) {
      return 0;
    }
    if (a.charAt(0) != b.charAt(0) && a.charAt(a.length() - 1) != b.charAt(b.length() - 1)) {
      return 0;
    }
    int percent = 100 - distance(a, b) * 100 / longest;
    return percent >= SIMILAR_PERCENT ? percent / 10 : 0;
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
