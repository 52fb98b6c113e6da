package io.vidgen.ledger;

/**
 * For whom something was bought first. Who uses it afterwards pays nothing.
 *
 * @param owner whose render it was; empty when nobody was named
 * @param project what the render belongs to; empty when nothing was named
 * @param render id of the render; empty when none
 */
public record Payer(String owner, String project, String render) {
  /** Nobody in particular. */
  public static final Payer NOBODY = new Payer("", "", "");
}
