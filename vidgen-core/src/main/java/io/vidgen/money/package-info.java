/** Amounts, prices and price cards. */
@NullMarked
package io.vidgen.money;

import org.jspecify.annotations.NullMarked;
