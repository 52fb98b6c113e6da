/** Progress: typed events and the listeners that receive them. */
@NullMarked
package io.vidgen.event;

import org.jspecify.annotations.NullMarked;
