/**
 * Real exchanges with a vendor, recorded once by somebody who has a key and replayed by everybody,
 * without a key and without a network.
 */
@NullMarked
package io.vidgen.testkit.recording;

import org.jspecify.annotations.NullMarked;
