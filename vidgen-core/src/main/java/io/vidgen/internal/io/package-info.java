/** Files that survive a crash: syncing, locking, digests, private directories. */
@NullMarked
package io.vidgen.internal.io;

import org.jspecify.annotations.NullMarked;
