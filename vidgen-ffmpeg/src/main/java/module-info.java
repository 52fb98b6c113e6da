/** Composes the video with ffmpeg. */
module io.vidgen.ffmpeg {
  requires transitive io.vidgen.core;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports io.vidgen.ffmpeg;

  provides io.vidgen.spi.VideoComposerFactory with
      io.vidgen.ffmpeg.FfmpegComposerFactory;
}
