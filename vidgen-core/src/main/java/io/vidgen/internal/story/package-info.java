/** Stories that a video provider films. */
@NullMarked
package io.vidgen.internal.story;

import org.jspecify.annotations.NullMarked;
