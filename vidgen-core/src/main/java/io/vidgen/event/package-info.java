/** Progress: what happens during a render, as sealed events for listeners. */
@NullMarked
package io.vidgen.event;

import org.jspecify.annotations.NullMarked;
