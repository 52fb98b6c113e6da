/** Real sound and pictures. */
@NullMarked
package io.vidgen.sandbox.internal.media;

import org.jspecify.annotations.NullMarked;
