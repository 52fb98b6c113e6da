/** Finds an ffmpeg and checks what it can do. */
@NullMarked
package io.vidgen.ffmpeg.internal.find;

import org.jspecify.annotations.NullMarked;
