/**
 * Cheaper ways to make the scenes of a video, or of several from one purchase, whose plan is over a
 * budget. {@code Planning} of {@code internal.job} gives {@link
 * io.vidgen.internal.stepdown.Descent} a way to make {@code Plans}; back comes an {@code Outcome},
 * whose {@code Lowered} the recipes follow.
 *
 * <p>{@code Stairs} knows which rungs there are, {@code SceneCosts} what each scene costs, {@code
 * Levels} which rungs are worth taking, {@code Search} how few {@code Move}s are enough, {@code
 * Report} says so. {@code Decisions} keeps in the ledger what a render decided, and {@code Earlier}
 * finds what was bought after that. Nothing is sent here; only {@code Decisions} writes.
 */
@NullMarked
package io.vidgen.internal.stepdown;

import org.jspecify.annotations.NullMarked;
