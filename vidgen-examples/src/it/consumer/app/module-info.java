/** A project that uses somebody else's voice, and names nothing of it. */
module com.example.app {
  requires io.vidgen.core;
}
