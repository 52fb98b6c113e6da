/** Records as JSON, and their canonical form. */
@NullMarked
package io.vidgen.internal.codec;

import org.jspecify.annotations.NullMarked;
