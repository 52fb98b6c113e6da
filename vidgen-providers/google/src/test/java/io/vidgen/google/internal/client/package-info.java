/** Tests of the way to Google. */
@NullMarked
package io.vidgen.google.internal.client;

import org.jspecify.annotations.NullMarked;
