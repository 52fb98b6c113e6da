package io.vidgen.job;

import io.vidgen.model.Quality;
import io.vidgen.model.VideoFormat;
import io.vidgen.subtitle.CaptionOptions;
import io.vidgen.subtitle.CaptionStyle;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A face whose lips are fitted to a voice.
 *
 * @param face picture or video of the face
 * @param text what is said, empty when only {@code speech} is known
 * @param language language of what is said; default English, or without a text {@link Locale#ROOT},
 *     so that whoever listens finds it out
 * @param voice the speech provider's name of a voice, null for its default
 * @param speed pace of the voice, 0.5 to 2.0, null for the voice's own; not together with {@code
 *     speech}
 * @param speech a finished recording, null to have the text spoken
 * @param format size of the video; default {@link VideoFormat#PORTRAIT}
 * @param quality how carefully it is encoded; default {@link Quality#STANDARD}
 * @param captions how burned-in captions look, null for none; default {@link
 *     CaptionStyle#defaults()}
 * @param captionOptions how words become captions
 * @param title title of the video, may be empty
 * @param take which version of voice and clip is wanted; 0 for the first
 */
public record LipSync(
    Path face,
    String text,
    Locale language,
    @Nullable String voice,
    @Nullable Double speed,
    @Nullable Path speech,
    VideoFormat format,
    Quality quality,
    @Nullable CaptionStyle captions,
    CaptionOptions captionOptions,
    String title,
    int take)
    implements VideoRequest {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a value is out of range or two contradict each other; its
   *     message names them
   */
  public LipSync {
    Ranges.oneOf("voice and speech", voice, speech);
    Ranges.oneOf("speed and speech", speed, speech);
    Ranges.speed(speed);
    Ranges.take(take);
  }
}
