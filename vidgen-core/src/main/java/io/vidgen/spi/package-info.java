/**
 * What you may plug in: one interface for each kind of provider, and its factory, found by {@link
 * java.util.ServiceLoader} or given to the builder.
 */
@NullMarked
package io.vidgen.spi;

import org.jspecify.annotations.NullMarked;
