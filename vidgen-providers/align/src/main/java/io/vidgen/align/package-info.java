/** Word times for a text that is known. */
@NullMarked
package io.vidgen.align;

import org.jspecify.annotations.NullMarked;
