package io.vidgen.ledger;

import io.vidgen.money.SpendLimit;

/**
 * For whom something was bought first. Who uses it afterwards pays nothing.
 *
 * @param owner whose render it was; empty when nobody was named
 * @param project what the render belongs to, a name of its owner's; empty when nothing was named
 * @param render id of the render; empty when none
 */
public record Payer(String owner, String project, String render) {
  /** Nobody in particular. */
  public static final Payer NOBODY = new Payer("", "", "");

  /**
   * What a limit of a scope is to name as its subject, so that it is held against this one.
   *
   * @param scope whose spending counts
   * @return the subject; for a project it names the owner too, see {@link
   *     SpendLimit#project(String, String)}
   */
  public String subject(SpendLimit.Scope scope) {
    return switch (scope) {
      case RENDER -> render;
      case PROJECT -> SpendLimit.project(owner, project);
      case OWNER -> owner;
      case LEDGER -> "";
    };
  }
}
