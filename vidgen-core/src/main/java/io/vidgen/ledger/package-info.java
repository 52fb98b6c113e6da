/** The durable truth about steps and money: in memory, or in a directory. */
@NullMarked
package io.vidgen.ledger;

import org.jspecify.annotations.NullMarked;
