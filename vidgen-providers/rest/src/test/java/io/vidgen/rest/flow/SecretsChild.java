package io.vidgen.rest.flow;

import io.vidgen.VideoPipeline;
import io.vidgen.VideoPipelineBuilder;
import io.vidgen.job.AvatarBuilder;
import io.vidgen.job.RenderJob;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Quality;
import io.vidgen.model.VideoFormat;
import io.vidgen.offline.FreeTtsSpeechProviderFactory;
import io.vidgen.rest.did.DidAvatarProviderFactory;
import io.vidgen.rest.elevenlabs.ElevenLabsOptions;
import io.vidgen.rest.elevenlabs.ElevenLabsSpeechProviderFactory;
import io.vidgen.rest.whisper.WhisperTranscriptionProviderFactory;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.TranscriptionRequest;
import io.vidgen.spi.TranscriptionResult;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeProviderConfig;
import io.vidgen.testkit.FakeTranscriptionProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A program with keys in its environment that prints all it can, as a careless user would.
 * Arguments: directory, face, how many renders and how many transcriptions meet a fault. It says
 * {@code READY} after renders without a fault and waits for a byte before it goes on.
 */
final class SecretsChild {
  static final String READY = "READY";

  private SecretsChild() {}

  public static void main(String[] args) throws Exception {
    var place = Path.of(args[0]);
    var face = Path.of(args[1]);
    printEverything(face);
    render(place, pipeline(), face, 0);

    System.out.println(READY);
    System.out.flush();
    if (System.in.read() < 0) {
      return;
    }
    for (int take = 1; take <= Integer.parseInt(args[2]); take++) {
      render(place, quick(), face, take);
    }
    transcribe(Integer.parseInt(args[3]));
  }

  private static AvatarBuilder request(Path face, int take) {
    return VideoRequest.avatar(Flows.TEXT)
        .face(face)
        .format(new VideoFormat(270, 480))
        .quality(Quality.DRAFT)
        .take(take);
  }

  private static VideoPipelineBuilder pipeline() {
    return VideoPipeline.builder().avatar("d-id").speech("elevenlabs").transcription("whisper");
  }

  private static VideoPipelineBuilder quick() {
    return VideoPipeline.builder()
        .avatar("d-id")
        .speech("elevenlabs")
        .transcription(FakeTranscriptionProvider.aligner())
        .composer(FakeComposer.create());
  }

  /** Once with a voice of the avatar's, once with another vendor's. */
  private static void render(Path place, VideoPipelineBuilder builder, Path face, int take)
      throws InterruptedException {
    var requests =
        List.of(
            request(face, take).avatarVoice("en-US-JennyNeural").build(),
            request(face, take).build());
    Flows.allInProcess(
            place,
            UnaryOperator.identity(),
            builder.addListener(event -> System.out.println(event)),
            pipeline -> {
              requests.forEach(request -> System.out.println(pipeline.plan(request)));
              System.out.println(pipeline.needsAttention());
              return requests.stream().map(pipeline::submit).toList();
            })
        .forEach(SecretsChild::tell);
  }

  private static void tell(RenderJob job) {
    System.out.println(job + " " + job.state() + " " + job.failure());
    try {
      System.out.println(job.join());
    } catch (RuntimeException e) {
      e.printStackTrace();
    }
  }

  private static void transcribe(int times) throws Exception {
    var whisper = new WhisperTranscriptionProviderFactory().create(new Variables());
    var voice = new FreeTtsSpeechProviderFactory().create(FakeProviderConfig.of(Map.of()));
    try (var call = FakeCallContext.create()) {
      var speech =
          ((QuickWork<SpeechRequest, SpeechResult>) voice.work())
              .call(new SpeechRequest(Flows.TEXT, Locale.ENGLISH, null, null, 0), call);
      for (int i = 0; i < times; i++) {
        System.out.println(heard(whisper, speech, call, i));
      }
    }
  }

  private static @org.jspecify.annotations.Nullable Object heard(
      TranscriptionProvider whisper, SpeechResult speech, FakeCallContext call, int take) {
    try {
      return ((QuickWork<TranscriptionRequest, TranscriptionResult>) whisper.work())
          .call(new TranscriptionRequest(speech.audio(), Locale.ENGLISH, null, take), call);
    } catch (Exception e) {
      e.printStackTrace();
      return null;
    }
  }

  private static void printEverything(Path face) {
    var config = new Variables();
    var avatar = new DidAvatarProviderFactory().create(config);
    var speech = new ElevenLabsSpeechProviderFactory().create(config);
    var whisper = new WhisperTranscriptionProviderFactory().create(config);
    for (Object one :
        new Object[] {
          config,
          ElevenLabsOptions.from(config),
          avatar,
          avatar.model(),
          avatar.work(),
          avatar.capabilities(),
          avatar.priceCard(),
          speech,
          speech.work(),
          speech.capabilities(),
          speech.priceCard(),
          whisper,
          whisper.work(),
          whisper.capabilities(),
          whisper.priceCard(),
          request(face, 0),
          request(face, 0).build(),
          pipeline()
        }) {
      System.out.println(Objects.toString(one));
    }
  }

  /** Settings as a user would have them: in the environment. */
  private static final class Variables implements ProviderConfig {
    @Override
    public Optional<String> value(String name) {
      return environment(name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
    }

    @Override
    public Optional<String> environment(String name) {
      return Optional.ofNullable(System.getenv(name));
    }
  }
}
