/** How whisper.cpp's program is run and its answer read. */
@NullMarked
package io.vidgen.whisper.internal;

import org.jspecify.annotations.NullMarked;
