/** What can go wrong, by kind: retry, fallback and budget decide on the kind, never on text. */
@NullMarked
package io.vidgen.error;

import org.jspecify.annotations.NullMarked;
