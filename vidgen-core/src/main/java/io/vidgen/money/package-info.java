/** Amounts, prices and budgets. */
@NullMarked
package io.vidgen.money;

import org.jspecify.annotations.NullMarked;
