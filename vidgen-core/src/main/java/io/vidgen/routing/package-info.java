/** Who does what: order of candidates, fallback, health and limits. */
@NullMarked
package io.vidgen.routing;

import org.jspecify.annotations.NullMarked;
