package io.vidgen.sandbox.internal.whisper;

import io.vidgen.sandbox.internal.whisper.Hearing.Word;
import java.util.List;
import java.util.Locale;

/** Transcripts as subtitles. */
final class TranscriptTexts {
  private TranscriptTexts() {}

  static String srt(Hearing hearing) {
    var out = new StringBuilder();
    int number = 1;
    for (List<Word> segment : hearing.segments()) {
      out.append(number++).append('\n').append(times(segment, ',')).append('\n');
      out.append(Hearing.text(segment)).append("\n\n");
    }
    return out.toString();
  }

  static String vtt(Hearing hearing) {
    var out = new StringBuilder("WEBVTT\n\n");
    for (List<Word> segment : hearing.segments()) {
      out.append(times(segment, '.')).append('\n');
      out.append(Hearing.text(segment)).append("\n\n");
    }
    return out.toString();
  }

  private static String times(List<Word> segment, char point) {
    return time(segment.get(0).start(), point)
        + " --> "
        + time(segment.get(segment.size() - 1).end(), point);
  }

  private static String time(double seconds, char point) {
    long millis = Math.round(seconds * 1000);
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d%c%03d",
        millis / 3_600_000,
        millis / 60_000 % 60,
        millis / 1000 % 60,
        point,
        millis % 1000);
  }
}
