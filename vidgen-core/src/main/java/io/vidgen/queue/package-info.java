/** Who runs the next short step of which job, and when. */
@NullMarked
package io.vidgen.queue;

import org.jspecify.annotations.NullMarked;
