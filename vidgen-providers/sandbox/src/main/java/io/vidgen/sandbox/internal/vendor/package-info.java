/** What an imitation of a vendor implements, and what it gets. */
@NullMarked
package io.vidgen.sandbox.internal.vendor;

import org.jspecify.annotations.NullMarked;
