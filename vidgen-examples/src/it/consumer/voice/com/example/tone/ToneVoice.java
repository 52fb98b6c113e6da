package com.example.tone;

import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.spi.Work;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

// tag::provider[]
/** Says every word as a tone of a quarter of a second. */
public final class ToneVoice implements SpeechProvider {
  private static final int RATE = 48_000;
  private static final int WORD = RATE / 4;

  @Override
  public String id() {
    return "tone";
  }

  @Override
  public String model() {
    return "1"; // a new one makes fresh results
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.builder()
        .addFeatures(Capabilities.Feature.WORD_TIMINGS, Capabilities.Feature.LOCAL)
        .build();
  }

  @Override
  public Work<SpeechRequest, SpeechResult> work() {
    return (QuickWork<SpeechRequest, SpeechResult>) ToneVoice::speak;
  }

  private static SpeechResult speak(SpeechRequest request, CallContext context)
      throws IOException {
    var words = List.of(request.text().strip().split("\\s+"));
    var timings = new ArrayList<WordTiming>();
    for (int i = 0; i < words.size(); i++) {
      var start = Duration.ofMillis(250L * i);
      timings.add(
          new WordTiming(words.get(i), start, start.plusMillis(200), TimingSource.SYNTHESIS));
    }
    var file = context.workDirectory().resolve("tones.wav");
    write(words.size(), file);
    var audio = context.store(file, "audio/wav");
    return new SpeechResult(audio, Duration.ofMillis(250L * words.size()), timings);
  }
  // end::provider[]

  private static void write(int words, Path file) throws IOException {
    var pcm = new byte[words * WORD * 2];
    for (int i = 0; i < pcm.length / 2; i++) {
      boolean sounds = i % WORD < WORD * 4 / 5;
      int pitch = 300 + 40 * (i / WORD % 5);
      int value = sounds ? (int) (9000 * Math.sin(2 * Math.PI * pitch * i / RATE)) : 0;
      pcm[2 * i] = (byte) value;
      pcm[2 * i + 1] = (byte) (value >> 8);
    }
    var format = new AudioFormat(RATE, 16, 1, true, false);
    try (var stream =
        new AudioInputStream(new ByteArrayInputStream(pcm), format, pcm.length / 2)) {
      AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
    }
  }
}
