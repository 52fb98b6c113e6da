/** The durable truth about steps and money. */
@NullMarked
package io.vidgen.ledger;

import org.jspecify.annotations.NullMarked;
