/** Starts ffmpeg, watches it and makes sure that it ends. */
@NullMarked
package io.vidgen.ffmpeg.internal.run;

import org.jspecify.annotations.NullMarked;
