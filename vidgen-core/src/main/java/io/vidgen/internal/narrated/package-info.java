/** How a narrated video is made. */
@NullMarked
package io.vidgen.internal.narrated;

import org.jspecify.annotations.NullMarked;
