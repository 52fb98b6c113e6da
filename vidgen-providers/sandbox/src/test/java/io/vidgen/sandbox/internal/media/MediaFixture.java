package io.vidgen.sandbox.internal.media;

import io.vidgen.sandbox.internal.speech.SpeechRegister;
import java.nio.file.Path;

/** Voices, ffmpeg and the register without a server. */
public final class MediaFixture implements AutoCloseable {
  private final MediaThreads threads = new MediaThreads();
  private final MediaCache cache;
  private final FfmpegTool ffmpeg;
  private final SpeechRegister register;
  private final OfflineVoices voices;

  public MediaFixture(Path directory) {
    this.cache = new MediaCache(directory);
    this.ffmpeg = new FfmpegTool(null, cache);
    this.register = new SpeechRegister(ffmpeg);
    this.voices = new OfflineVoices(register, cache, threads);
  }

  public Voices voices() {
    return voices;
  }

  public MediaTool ffmpeg() {
    return ffmpeg;
  }

  public SpeechRegister register() {
    return register;
  }

  public TalkingHeads heads() {
    return new DrawnHeads(ffmpeg, cache, threads);
  }

  /** A recording that the register does not know. */
  public Path strangersVoice(String text) throws InterruptedException {
    var stranger = new OfflineVoices(new SpeechRegister(ffmpeg), cache, threads);
    return stranger.speak(new Voices.Order(text, "en", "a", 1)).wav();
  }

  @Override
  public void close() {
    threads.close();
  }
}
