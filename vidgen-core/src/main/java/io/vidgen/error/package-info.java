/** What can go wrong, by type: retry, fallback and budget decide on it, never on text. */
@NullMarked
package io.vidgen.error;

import org.jspecify.annotations.NullMarked;
