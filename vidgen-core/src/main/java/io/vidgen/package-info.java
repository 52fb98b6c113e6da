/** The front door: a pipeline and its builder. */
@NullMarked
package io.vidgen;

import org.jspecify.annotations.NullMarked;
