package io.vidgen.testkit.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which parts of a document were seen in exchanges.
 *
 * @param operations every operation of the document, such as {@code POST /talks}
 * @param seen what was seen, each variant once, in order
 */
public record Coverage(Set<String> operations, List<Seen> seen) {

  /**
   * One way in which an operation was used.
   *
   * @param operation the operation
   * @param variant shape of the request: its media type, the names of its query parameters and of
   *     its fields, with the values of fields named {@code type}
   * @param status status of the answer, 0 for none
   * @param times how often
   */
  public record Seen(String operation, String variant, int status, int times) {}

  /** Copies the collections. */
  public Coverage {
    operations = Set.copyOf(operations);
    seen = List.copyOf(seen);
  }

  /**
   * Operations that were used at least once.
   *
   * @return a sorted set
   */
  public Set<String> seenOperations() {
    var used = new TreeSet<String>();
    seen.forEach(one -> used.add(one.operation()));
    return used;
  }

  /**
   * Operations that were never used.
   *
   * @return a sorted set
   */
  public Set<String> missing() {
    var unused = new TreeSet<>(operations);
    unused.removeAll(seenOperations());
    return unused;
  }

  /**
   * How many variants were seen: operation, shape of the request and status.
   *
   * @return the count
   */
  public int variants() {
    return seen.size();
  }

  /**
   * For a person: counts, and what is missing.
   *
   * @return several lines
   */
  public String report() {
    var lines = new ArrayList<String>();
    lines.add(
        seenOperations().size()
            + " of "
            + operations.size()
            + " operations, "
            + variants()
            + " variants");
    seen.forEach(
        one ->
            lines.add(
                "  "
                    + one.operation()
                    + " "
                    + one.variant()
                    + " -> "
                    + one.status()
                    + " x"
                    + one.times()));
    missing().forEach(operation -> lines.add("  never: " + operation));
    return String.join("\n", lines);
  }
}
