package io.vidgen.sandbox.internal.media;

import io.vidgen.error.VidgenException;
import io.vidgen.model.WordTiming;
import io.vidgen.offline.FreeTtsSpeechProviderFactory;
import io.vidgen.sandbox.internal.speech.SpeechRegister;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Speaks with the offline voice. */
public final class OfflineVoices implements Voices {
  private static final List<String> PITCHES = List.of("kevin", "kevin-deep", "kevin-bright");
  private static final long LONGEST_SECONDS = 60;

  /** Recordings are small, but what has been said must not pile up for ever. */
  private static final int MOST_ORDERS = 50_000;

  private final QuickWork<SpeechRequest, SpeechResult> voice;
  private final SpeechRegister register;
  private final MediaCache cache;
  private final MediaThreads threads;
  private final Map<Order, CompletableFuture<Recording>> recordings = new ConcurrentHashMap<>();

  /** Loads no voice yet. */
  @SuppressWarnings("unchecked") // a speech provider that works at once, as its type says
  public OfflineVoices(SpeechRegister register, MediaCache cache, MediaThreads threads) {
    var provider = new FreeTtsSpeechProviderFactory().create(new NoSettings());
    this.voice = (QuickWork<SpeechRequest, SpeechResult>) provider.work();
    this.register = register;
    this.cache = cache;
    this.threads = threads;
  }

  @Override
  public CompletableFuture<Recording> start(Order order) {
    if (recordings.size() > MOST_ORDERS) {
      recordings.clear();
    }
    return recordings.computeIfAbsent(order, o -> threads.submit(() -> recordOrForget(o)));
  }

  /** What failed is tried anew by the next equal order. */
  private Recording recordOrForget(Order order) throws IOException, InterruptedException {
    try {
      return record(order);
    } catch (IOException | InterruptedException | RuntimeException e) {
      recordings.remove(order);
      throw e;
    }
  }

  @Override
  public Recording speak(Order order) throws InterruptedException {
    try {
      return start(order).get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the sandbox's voice failed: " + e.getMessage(), e);
    }
  }

  private Recording record(Order order) throws IOException, InterruptedException {
    var text = SpeakableText.of(order.text());
    var said = text.spoken().isEmpty() ? List.of("hm.") : text.spoken();
    double speed = Math.max(0.5, Math.min(2, order.speed()));
    var pitch = PITCHES.get(Math.floorMod(order.voice().hashCode(), PITCHES.size()));
    var file = cache.fresh("wav");
    SpeechResult result;
    try (var call = new VoiceCall(file)) {
      var request = new SpeechRequest(String.join(" ", said), Locale.ENGLISH, pitch, speed, 0);
      result = voice.call(request, call);
    } catch (VidgenException e) {
      throw new IOException(e.getMessage(), e);
    }
    var words = label(result.words(), text.words());
    register.add(file, words, order.language());
    return new Recording(file, result.duration(), words);
  }

  /** The voice's times with the words as they are shown. */
  private static List<WordTiming> label(List<WordTiming> heard, List<String> shown) {
    if (heard.size() != shown.size()) {
      return heard;
    }
    var words = new ArrayList<WordTiming>();
    for (int i = 0; i < shown.size(); i++) {
      var time = heard.get(i);
      words.add(new WordTiming(shown.get(i), time.start(), time.end(), time.source()));
    }
    return words;
  }
}
