/** What files of vendors say about themselves. */
@NullMarked
package io.vidgen.rest.internal.media;

import org.jspecify.annotations.NullMarked;
