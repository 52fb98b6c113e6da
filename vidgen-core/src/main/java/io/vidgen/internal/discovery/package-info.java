/** Finding providers, and choosing among them. */
@NullMarked
package io.vidgen.internal.discovery;

import org.jspecify.annotations.NullMarked;
