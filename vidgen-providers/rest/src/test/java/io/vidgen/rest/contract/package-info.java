/** What tests of several vendors share. */
@NullMarked
package io.vidgen.rest.contract;

import org.jspecify.annotations.NullMarked;
