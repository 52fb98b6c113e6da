/** Help for D-ID's adapter that needs nothing of it. */
@NullMarked
package io.vidgen.rest.internal.did;

import org.jspecify.annotations.NullMarked;
