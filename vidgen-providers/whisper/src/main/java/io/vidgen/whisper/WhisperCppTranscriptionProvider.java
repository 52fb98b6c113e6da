package io.vidgen.whisper;

import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.TranscriptionRequest;
import io.vidgen.spi.TranscriptionResult;
import io.vidgen.spi.Work;
import io.vidgen.whisper.internal.LocalTranscription;
import io.vidgen.whisper.internal.WhisperSettings;
import java.time.Duration;
import java.util.List;

/**
 * Words and their times from an installed whisper.cpp, without key or network, to be given to a
 * pipeline's builder: id {@code whisper-cpp}. Takes WAV of up to four hours. One recording at a
 * time is heard for each model in this JVM, by a program of its own, which a cancel ends. Safe for
 * use by several threads.
 */
public final class WhisperCppTranscriptionProvider implements TranscriptionProvider {
  private final LocalTranscription heard;

  /**
   * Looks for program and model, and reads the model's header; starts nothing.
   *
   * @param options what is to be run
   * @throws VidgenException if program or model is not there, or the model is no ggml file; its
   *     remedy says where to get them
   */
  public WhisperCppTranscriptionProvider(WhisperCppOptions options) {
    this(WhisperSettings.of(options.asConfig()));
  }

  WhisperCppTranscriptionProvider(WhisperSettings settings) {
    this.heard = new LocalTranscription(settings);
  }

  @Override
  public String id() {
    return LocalTranscription.ID;
  }

  @Override
  public String model() {
    return heard.model();
  }

  @Override
  public Capabilities capabilities() {
    return heard.capabilities();
  }

  @Override
  public List<Problem> check(TranscriptionRequest request) {
    return heard.check(request);
  }

  @Override
  public Duration expectedTime(TranscriptionRequest request) {
    return heard.expectedTime(request);
  }

  @Override
  public Duration callLimit(TranscriptionRequest request) {
    return heard.callLimit(request);
  }

  @Override
  public Work<TranscriptionRequest, TranscriptionResult> work() {
    return heard.work();
  }
}
