/**
 * The manners that all vendors' HTTP adapters share: one send per paid call, deadlines, typed
 * failures, capped bodies, guarded addresses and scrubbed secrets.
 */
@NullMarked
package io.vidgen.rest.internal.http;

import org.jspecify.annotations.NullMarked;
