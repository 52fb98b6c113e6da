/** Clock, timers, latencies and ids. */
@NullMarked
package io.vidgen.sandbox.internal.time;

import org.jspecify.annotations.NullMarked;
