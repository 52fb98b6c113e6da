/**
 * How several videos are made from one purchase. {@code SeveralVideos} of {@code internal.job}
 * makes a {@link io.vidgen.internal.deliverable.SetProduction}: {@code Possible} says which
 * differences a request allows, {@code Editions} makes an ordinary {@code Production} of each
 * deliverable, all with the same scenes lowered, and {@code SetFlow} asks them side by side, each
 * through a {@code NamedPort} that names its steps. Equal steps have equal fingerprints, so the
 * engine does them once.
 */
@NullMarked
package io.vidgen.internal.deliverable;

import org.jspecify.annotations.NullMarked;
