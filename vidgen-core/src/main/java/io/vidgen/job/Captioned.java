package io.vidgen.job;

import io.vidgen.model.Quality;
import io.vidgen.model.VideoFormat;
import io.vidgen.subtitle.CaptionOptions;
import io.vidgen.subtitle.CaptionStyle;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A video that gets captions burned in and keeps its sound. The words are those of {@code
 * captionFile}, or {@code text} laid over the sound, or what a recogniser hears.
 *
 * @param video the video
 * @param text what is said in it, null when that is not known
 * @param captionFile finished captions as SubRip ({@code .srt}) or WebVTT ({@code .vtt}), null for
 *     none
 * @param language language of what is said, null to find it out
 * @param format size of the new video, null (default) for that of the video
 * @param quality how carefully it is encoded; default {@link Quality#STANDARD}
 * @param captions how the captions look; default {@link CaptionStyle#defaults()}
 * @param captionOptions how words become captions; the cues of {@code captionFile} stay as they are
 * @param title title of the new video, may be empty
 * @param take which version of what was heard is wanted; 0 for the first
 */
public record Captioned(
    Path video,
    @Nullable String text,
    @Nullable Path captionFile,
    @Nullable Locale language,
    @Nullable VideoFormat format,
    Quality quality,
    CaptionStyle captions,
    CaptionOptions captionOptions,
    String title,
    int take)
    implements VideoRequest {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if a value is out of range or two contradict each other; its
   *     message names them
   */
  public Captioned {
    Ranges.oneOf("text and captionFile", text, captionFile);
    Ranges.take(take);
    if (text != null && text.isBlank()) {
      throw new IllegalArgumentException("text must not be blank: leave it out to have it heard");
    }
  }
}
