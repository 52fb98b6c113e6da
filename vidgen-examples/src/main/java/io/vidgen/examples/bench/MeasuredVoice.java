package io.vidgen.examples.bench;

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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** A voice of exactly known length; the one of a scene can be held back. */
final class MeasuredVoice implements SpeechProvider {
  private static final int RATE = 48_000;

  private final Duration length;
  private volatile String heldText = "";
  private volatile CountDownLatch held = new CountDownLatch(0);

  MeasuredVoice(Duration length) {
    this.length = length;
  }

  void hold(String text, CountDownLatch until) {
    heldText = text;
    held = until;
  }

  @Override
  public String id() {
    return "measured";
  }

  @Override
  public String model() {
    return "1";
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.builder().addFeatures(Capabilities.Feature.WORD_TIMINGS).build();
  }

  @Override
  public Work<SpeechRequest, SpeechResult> work() {
    return (QuickWork<SpeechRequest, SpeechResult>) this::speak;
  }

  private SpeechResult speak(SpeechRequest request, CallContext context)
      throws IOException, InterruptedException {
    if (request.text().equals(heldText) && !held.await(5, TimeUnit.MINUTES)) {
      throw new IOException("held back for too long");
    }
    var words = List.of(request.text().split(" ", -1));
    long each = length.toMillis() / words.size();
    var timings = new ArrayList<WordTiming>();
    for (int i = 0; i < words.size(); i++) {
      var start = Duration.ofMillis(i * each);
      timings.add(
          new WordTiming(
              words.get(i), start, start.plusMillis(each * 4 / 5), TimingSource.SYNTHESIS));
    }
    var file = context.workDirectory().resolve("voice.wav");
    write(each, words.size(), file);
    return new SpeechResult(context.store(file, "audio/wav"), length, timings);
  }

  /** Writes one buzz for each word, a little like speech in its ups and downs. */
  private void write(long millisEach, int words, Path file) throws IOException {
    int samples = (int) (length.toMillis() * RATE / 1000);
    int each = (int) (millisEach * RATE / 1000);
    var pcm = new byte[samples * 2];
    for (int i = 0; i < Math.min(samples, each * words); i++) {
      double place = (i % each) / (double) each;
      double loud = place < 0.8 ? Math.sin(Math.PI * place / 0.8) : 0;
      double buzz = (i * 110.0 / RATE % 1 - 0.5) + 0.4 * Math.sin(i * 2 * Math.PI * 700 / RATE);
      int value = (int) (14_000 * loud * buzz);
      pcm[2 * i] = (byte) value;
      pcm[2 * i + 1] = (byte) (value >> 8);
    }
    var format = new AudioFormat(RATE, 16, 1, true, false);
    try (var stream = new AudioInputStream(new ByteArrayInputStream(pcm), format, samples)) {
      AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
    }
  }
}
