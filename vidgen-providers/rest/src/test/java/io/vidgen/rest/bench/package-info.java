/** Measurements; run by hand. */
@NullMarked
package io.vidgen.rest.bench;

import org.jspecify.annotations.NullMarked;
