/** What was asked and what it would have cost. */
@NullMarked
package io.vidgen.sandbox.internal.books;

import org.jspecify.annotations.NullMarked;
