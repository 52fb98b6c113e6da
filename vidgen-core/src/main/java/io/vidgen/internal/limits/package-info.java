/** Turns of calls at vendors: limits of accounts, kept together by all who use them. */
@NullMarked
package io.vidgen.internal.limits;

import org.jspecify.annotations.NullMarked;
