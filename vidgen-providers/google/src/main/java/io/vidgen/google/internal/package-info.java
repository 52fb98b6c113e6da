/** How this module works inside; may change at any time. */
@NullMarked
package io.vidgen.google.internal;

import org.jspecify.annotations.NullMarked;
