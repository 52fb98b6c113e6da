/** Programs that show how the library is used. */
@org.jspecify.annotations.NullMarked
package io.vidgen.examples;
