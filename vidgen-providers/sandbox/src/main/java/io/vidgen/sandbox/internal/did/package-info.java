/** Imitates D-ID. */
@NullMarked
package io.vidgen.sandbox.internal.did;

import org.jspecify.annotations.NullMarked;
