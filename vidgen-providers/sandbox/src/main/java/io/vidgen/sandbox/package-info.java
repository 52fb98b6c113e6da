/** The vendors on localhost. */
@NullMarked
package io.vidgen.sandbox;

import org.jspecify.annotations.NullMarked;
