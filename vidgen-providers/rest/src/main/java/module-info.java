/** Providers that speak plain HTTP. */
module io.vidgen.rest {
  requires transitive io.vidgen.core;
  requires static transitive org.jspecify;
}
