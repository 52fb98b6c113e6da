/** What several parts of the kit share. */
@NullMarked
package io.vidgen.testkit.internal;

import org.jspecify.annotations.NullMarked;
