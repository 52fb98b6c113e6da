/** Word times for a text that is known. */
module io.vidgen.align {
  requires transitive io.vidgen.core;
  requires static transitive org.jspecify;
}
