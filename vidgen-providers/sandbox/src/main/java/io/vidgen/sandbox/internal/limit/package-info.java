/** What an account may do at a vendor, in a minute and at once. */
@NullMarked
package io.vidgen.sandbox.internal.limit;

import org.jspecify.annotations.NullMarked;
