/** What all kinds of video are made of: shots, words, segments, sound and the finished file. */
@NullMarked
package io.vidgen.internal.video;

import org.jspecify.annotations.NullMarked;
