/** The fonts that captions are drawn with, and what they can draw. */
@NullMarked
package io.vidgen.ffmpeg.internal.font;

import org.jspecify.annotations.NullMarked;
