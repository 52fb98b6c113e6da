/** Where finished files and characters are kept. */
@NullMarked
package io.vidgen.storage;

import org.jspecify.annotations.NullMarked;
