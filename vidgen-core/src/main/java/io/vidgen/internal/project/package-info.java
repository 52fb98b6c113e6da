/**
 * What the last render of a project was made of, and what a plan changes in it. While a job runs, a
 * {@code Witness} between flow and port sees its steps; when it is published, {@code RenderDesk}
 * has {@link io.vidgen.internal.project.History} keep a {@code Snapshot} of them in the ledger, one
 * for single videos and one for sets. {@code Planning} has a plan compared with that by {@code
 * PlanDiff}.
 */
@NullMarked
package io.vidgen.internal.project;

import org.jspecify.annotations.NullMarked;
