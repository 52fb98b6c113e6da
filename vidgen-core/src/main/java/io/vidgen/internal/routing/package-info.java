/** Choosing providers for requests. */
@NullMarked
package io.vidgen.internal.routing;

import org.jspecify.annotations.NullMarked;
