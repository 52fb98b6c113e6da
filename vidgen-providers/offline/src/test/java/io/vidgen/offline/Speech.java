package io.vidgen.offline;

import io.vidgen.audio.WavReader;
import io.vidgen.model.WordTiming;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Short ways to say what a test of a voice says. */
public final class Speech {

  private Speech() {}

  public static SpeechRequest request(String text, String language) {
    return new SpeechRequest(text, Locale.forLanguageTag(language), null, null, 0);
  }

  public static SpeechRequest request(String text, String language, String voice, Double speed) {
    return new SpeechRequest(text, Locale.forLanguageTag(language), voice, speed, 0);
  }

  public static SpeechResult speak(SpeechProvider provider, SpeechRequest request, CallContext call)
      throws IOException, InterruptedException {
    return ((QuickWork<SpeechRequest, SpeechResult>) provider.work()).call(request, call);
  }

  public static WavReader.Sound sound(SpeechResult result, CallContext call) throws IOException {
    return WavReader.read(call.file(result.audio()));
  }

  public static List<String> texts(SpeechResult result) {
    return result.words().stream().map(WordTiming::text).toList();
  }

  /** The loudest sample between two times in seconds. */
  public static double peak(WavReader.Sound sound, double from, double to) {
    double highest = 0;
    int end = (int) Math.min(sound.samples().length, to * sound.rate());
    for (int i = (int) (from * sound.rate()); i < end; i++) {
      highest = Math.max(highest, Math.abs(sound.samples()[i]));
    }
    return highest;
  }
}
