/** Providers that speak plain HTTP. */
@NullMarked
package io.vidgen.rest;

import org.jspecify.annotations.NullMarked;
