/** Finished videos and where they are kept: in memory, or in a directory. */
@NullMarked
package io.vidgen.storage;

import org.jspecify.annotations.NullMarked;
