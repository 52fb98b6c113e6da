/**
 * Cheaper ways to make the scenes of a video whose plan is over a budget: {@code Stairs} knows
 * which there are, {@code SceneCosts} what each scene costs, {@code Descent} how far each has to go
 * down, and {@code Decisions} what was decided before.
 */
@NullMarked
package io.vidgen.internal.stepdown;

import org.jspecify.annotations.NullMarked;
