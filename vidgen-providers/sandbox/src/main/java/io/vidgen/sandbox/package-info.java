/**
 * The vendors on localhost: same paths, bodies, states, errors and limits as the paid services,
 * with real media, a ledger of what would have been charged, and faults on demand. Begin with
 * {@link io.vidgen.sandbox.Sandbox#start()}.
 */
@NullMarked
package io.vidgen.sandbox;

import org.jspecify.annotations.NullMarked;
