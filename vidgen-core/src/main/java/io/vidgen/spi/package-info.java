/** What you may plug in: one interface for each kind of provider, and its factory. */
@NullMarked
package io.vidgen.spi;

import org.jspecify.annotations.NullMarked;
