/** Judges what ffmpeg measured. */
@NullMarked
package io.vidgen.ffmpeg.internal.quality;

import org.jspecify.annotations.NullMarked;
