/** One class for each kind of work a composer does. */
@NullMarked
package io.vidgen.ffmpeg.internal.work;

import org.jspecify.annotations.NullMarked;
