package io.vidgen.rest.flow;

import io.vidgen.VideoPipeline;
import io.vidgen.VideoPipelineBuilder;
import io.vidgen.job.Avatar;
import io.vidgen.job.RenderJob;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Ledgers;
import io.vidgen.model.Quality;
import io.vidgen.model.VideoFormat;
import io.vidgen.offline.FreeTtsSpeechProviderFactory;
import io.vidgen.rest.did.DidAvatarProvider;
import io.vidgen.rest.did.DidOptions;
import io.vidgen.rest.elevenlabs.ElevenLabsOptions;
import io.vidgen.rest.elevenlabs.ElevenLabsSpeechProvider;
import io.vidgen.sandbox.Vendor;
import io.vidgen.spi.AvatarProvider;
import io.vidgen.spi.Secret;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.VideoComposer;
import io.vidgen.storage.Storages;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeProviderConfig;
import io.vidgen.testkit.FakeTranscriptionProvider;
import io.vidgen.testkit.ManualTime;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;

/** Speaking faces in a directory, each process one pipeline over it. */
final class Flows {
  static final String TEXT = "The boats are out.";
  static final Duration PATIENCE = Duration.ofSeconds(200);

  /** One for all, since it reads its voice once and keeps nothing else. */
  private static final SpeechProvider OFFLINE_VOICE =
      new FreeTtsSpeechProviderFactory().create(FakeProviderConfig.of(Map.of()));

  private Flows() {}

  /** Who speaks the text. */
  enum Voice {
    /** The avatar itself. */
    AVATAR,
    /** A free voice of this machine, whose recording is sent to the avatar. */
    OFFLINE,
    /** A paid voice, whose recording is sent to the avatar. */
    ELEVENLABS
  }

  static AvatarProvider did(URI sandbox) {
    return new DidAvatarProvider(
        DidOptions.builder(Secret.of("flow@example:password"))
            .address(URI.create(sandbox + "/" + Vendor.DID.prefix()))
            .reconcile(true, Duration.ZERO)
            .build());
  }

  static SpeechProvider speech(Voice voice, URI sandbox) {
    if (voice == Voice.ELEVENLABS) {
      return ElevenLabsSpeechProvider.create(
          ElevenLabsOptions.builder(Secret.of("flow-elevenlabs"))
              .url(URI.create(sandbox + "/" + Vendor.ELEVENLABS.prefix()))
              .build());
    }
    return OFFLINE_VOICE;
  }

  static Avatar request(Path face, Voice voice) {
    var request =
        VideoRequest.avatar(TEXT)
            .face(face)
            .format(new VideoFormat(270, 480))
            .quality(Quality.DRAFT)
            .captions(Films.STYLE);
    return (voice == Voice.AVATAR ? request.avatarVoice("en-US-JennyNeural") : request).build();
  }

  /** A round face before a blue wall. */
  static Path face(Path directory) throws IOException {
    var picture = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.setColor(new Color(40, 60, 110));
    pen.fillRect(0, 0, 256, 256);
    pen.setColor(new Color(220, 180, 150));
    pen.fillOval(64, 40, 128, 176);
    pen.setColor(Color.BLACK);
    pen.fillOval(96, 100, 16, 16);
    pen.fillOval(144, 100, 16, 16);
    pen.fillOval(104, 164, 48, 14);
    pen.dispose();
    var file = directory.resolve("face.png");
    if (!ImageIO.write(picture, "png", file.toFile())) {
      throw new IOException("no PNG can be written");
    }
    return file;
  }

  /** A process that renders with a composer that makes no pictures. */
  static RenderJob render(Path place, URI sandbox, Voice voice, Path face)
      throws InterruptedException {
    return render(place, sandbox, voice, face, UnaryOperator.identity());
  }

  /** The same with a ledger that may crash. */
  static RenderJob render(
      Path place, URI sandbox, Voice voice, Path face, UnaryOperator<Ledger> mortality)
      throws InterruptedException {
    return inProcess(
        place,
        mortality,
        builder(sandbox, voice, FakeComposer.create()),
        pipeline -> pipeline.submit(request(face, voice)));
  }

  static VideoPipelineBuilder builder(URI sandbox, Voice voice, VideoComposer composer) {
    return VideoPipeline.builder()
        .avatar(did(sandbox))
        .speech(speech(voice, sandbox))
        .transcription(FakeTranscriptionProvider.aligner())
        .composer(composer)
        .parallelism(2);
  }

  /** Opens the directory, lets a job run to its end while time flies, and closes all. */
  static RenderJob inProcess(
      Path place,
      UnaryOperator<Ledger> mortality,
      VideoPipelineBuilder builder,
      Function<VideoPipeline, RenderJob> work)
      throws InterruptedException {
    return allInProcess(place, mortality, builder, pipeline -> List.of(work.apply(pipeline)))
        .get(0);
  }

  /** The same with several jobs at once. */
  static List<RenderJob> allInProcess(
      Path place,
      UnaryOperator<Ledger> mortality,
      VideoPipelineBuilder builder,
      Function<VideoPipeline, List<RenderJob>> work)
      throws InterruptedException {
    var time = ManualTime.create();
    try (var ledger = mortality.apply(Ledgers.directory(place.resolve("ledger")));
        var storage = Storages.directory(place.resolve("videos"));
        var pipeline =
            builder.ledger(ledger).storage(storage).clock(time).scheduler(time).build()) {
      var jobs = work.apply(pipeline);
      for (var job : jobs) {
        if (!time.flyUntil(job.completion(), PATIENCE)) {
          throw new AssertionError("not over after " + PATIENCE + ": " + job.state());
        }
      }
      return jobs;
    }
  }
}
