/** Jobs as users see them: driving the engine, events, results. */
@NullMarked
package io.vidgen.internal.job;

import org.jspecify.annotations.NullMarked;
