/** Composes a timeline into a video file with ffmpeg. */
@NullMarked
package io.vidgen.ffmpeg;

import org.jspecify.annotations.NullMarked;
