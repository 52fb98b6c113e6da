/** A thousand renders while vendors fail in every way that the sandbox knows. */
@NullMarked
package io.vidgen.examples.storm;

import org.jspecify.annotations.NullMarked;
