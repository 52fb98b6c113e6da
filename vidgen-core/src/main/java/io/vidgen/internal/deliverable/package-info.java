/** How several videos are made from one purchase. */
@NullMarked
package io.vidgen.internal.deliverable;

import org.jspecify.annotations.NullMarked;
