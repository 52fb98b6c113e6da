/** Whole stories against the sandbox. */
package io.vidgen.google.flow;
