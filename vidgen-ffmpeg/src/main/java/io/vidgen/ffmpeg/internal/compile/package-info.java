/** Pure: what is wanted, turned into the arguments of one ffmpeg command. */
@NullMarked
package io.vidgen.ffmpeg.internal.compile;

import org.jspecify.annotations.NullMarked;
