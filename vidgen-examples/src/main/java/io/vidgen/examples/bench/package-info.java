/** Measurements against the bare tool, in the same run. */
@org.jspecify.annotations.NullMarked
package io.vidgen.examples.bench;
