/** Composes the video with ffmpeg. */
module io.vidgen.ffmpeg {
  requires transitive io.vidgen.core;
  requires org.apache.fontbox;
  requires static transitive org.jspecify;
  requires org.slf4j;
}
