/** Faults on demand. */
@NullMarked
package io.vidgen.sandbox.internal.fault;

import org.jspecify.annotations.NullMarked;
