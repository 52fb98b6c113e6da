/** How a sandbox is put together. */
@NullMarked
package io.vidgen.sandbox.internal;

import org.jspecify.annotations.NullMarked;
