/** Reads what media files hold. */
@NullMarked
package io.vidgen.ffmpeg.internal.probe;

import org.jspecify.annotations.NullMarked;
