package io.vidgen.money;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The most that may be spent on something. What is reserved for calls under way counts as spent,
 * and so does what was sent with unknown outcome until that is resolved.
 *
 * @param scope whose spending counts
 * @param subject id of the render, name of the project or of the owner; empty for {@link
 *     Scope#LEDGER}
 * @param providers ids of the providers whose prices count; empty for all
 * @param most the amount; only spending of its currency counts
 * @param window how far back spending counts, null for ever
 */
public record SpendLimit(
    Scope scope, String subject, Set<String> providers, Money most, @Nullable Duration window) {

  /** Copies the set. */
  public SpendLimit {
    providers = Set.copyOf(providers);
  }

  /** Whose spending counts. */
  public enum Scope {
    /** One render. */
    RENDER,
    /** All renders of a project. */
    PROJECT,
    /** All renders of an owner. */
    OWNER,
    /** Everything in the ledger. */
    LEDGER
  }
}
