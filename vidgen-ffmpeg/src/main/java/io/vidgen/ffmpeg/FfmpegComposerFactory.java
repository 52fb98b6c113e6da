package io.vidgen.ffmpeg;

import io.vidgen.ffmpeg.internal.find.FfmpegLocator;
import io.vidgen.spi.Availability;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.VideoComposer;
import io.vidgen.spi.VideoComposerFactory;
import java.util.Optional;
import java.util.Set;

/** Makes {@link FfmpegComposer}s from settings; see {@link FfmpegOptions#from}. */
public final class FfmpegComposerFactory implements VideoComposerFactory {

  /** Does nothing. */
  public FfmpegComposerFactory() {}

  @Override
  public String id() {
    return FfmpegComposer.ID;
  }

  @Override
  public Availability availability(ProviderConfig config) {
    var locator = FfmpegComposer.locator(FfmpegOptions.from(config));
    if (locator.found()) {
      return Availability.available();
    }
    return locator.chosen().isEmpty()
        ? Availability.missing("no ffmpeg was found", FfmpegLocator.REMEDY)
        : Availability.missing(
            "there is no program " + locator.chosen(), "correct VIDGEN_FFMPEG or unset it");
  }

  @Override
  public VideoComposer create(ProviderConfig config) {
    return FfmpegComposer.create(FfmpegOptions.from(config));
  }

  @Override
  public Optional<Set<String>> settings() {
    return Optional.of(
        Set.of(
            "vidgen.ffmpeg",
            "vidgen.cache",
            "vidgen.fonts",
            "vidgen.ffmpeg.threads",
            "vidgen.ffmpeg.stall"));
  }
}
