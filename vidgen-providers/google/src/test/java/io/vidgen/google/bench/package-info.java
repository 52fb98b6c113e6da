/** Measurements of whole stories; none of them is a test. */
package io.vidgen.google.bench;
