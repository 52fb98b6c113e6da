/** Forced alignment with the acoustic model of Sphinx4. */
@NullMarked
package io.vidgen.align.internal;

import org.jspecify.annotations.NullMarked;
