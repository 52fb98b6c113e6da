/** Faces that speak: avatars and fitted lips. */
@NullMarked
package io.vidgen.internal.talking;

import org.jspecify.annotations.NullMarked;
