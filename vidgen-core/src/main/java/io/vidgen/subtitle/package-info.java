/** Captions, usable on their own: word timings to cues, and SRT, WebVTT and ASS in and out. */
@NullMarked
package io.vidgen.subtitle;

import org.jspecify.annotations.NullMarked;
