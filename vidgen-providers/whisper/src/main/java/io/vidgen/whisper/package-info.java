/** whisper.cpp on this machine: words with their times, for nothing. */
@NullMarked
package io.vidgen.whisper;

import org.jspecify.annotations.NullMarked;
