/** The vendors on localhost. */
module io.vidgen.sandbox {
  requires transitive io.vidgen.core;
  requires static transitive org.jspecify;
}
