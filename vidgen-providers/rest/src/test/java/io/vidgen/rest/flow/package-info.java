/** Whole renders with real adapters, against the sandbox. */
@NullMarked
package io.vidgen.rest.flow;

import org.jspecify.annotations.NullMarked;
