/** Videos that get captions and keep their sound. */
@NullMarked
package io.vidgen.internal.captioned;

import org.jspecify.annotations.NullMarked;
