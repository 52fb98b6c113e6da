package io.vidgen.testkit;

import io.vidgen.error.Problem;
import io.vidgen.model.Artifact;
import io.vidgen.model.RemoteOperation;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import io.vidgen.spi.AvatarProvider;
import io.vidgen.spi.AvatarRequest;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.LipSyncProvider;
import io.vidgen.spi.LipSyncRequest;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.Poll;
import io.vidgen.spi.Provider;
import io.vidgen.spi.ProviderRequest;
import io.vidgen.spi.ProviderResult;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.ScriptProvider;
import io.vidgen.spi.ScriptRequest;
import io.vidgen.spi.ScriptResult;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.TranscriptionRequest;
import io.vidgen.spi.TranscriptionResult;
import io.vidgen.spi.VideoProvider;
import io.vidgen.spi.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The least that each kind of provider can be, to try its contract with. */
final class Tiny {
  private Tiny() {}

  private abstract static class Base<Q extends ProviderRequest, R extends ProviderResult>
      implements Provider<Q, R> {
    @Override
    public String id() {
      return "tiny";
    }

    @Override
    public String model() {
      return "1";
    }

    @Override
    public Capabilities capabilities() {
      return Capabilities.ANY;
    }

    @Override
    public Work<Q, R> work() {
      return (QuickWork<Q, R>)
          (request, context) -> {
            if (context.cancelled()) {
              throw new InterruptedException();
            }
            return make(request, context);
          };
    }

    abstract R make(Q request, CallContext context) throws IOException;
  }

  static final class Writer extends Base<ScriptRequest, ScriptResult> implements ScriptProvider {
    @Override
    ScriptResult make(ScriptRequest request, CallContext context) {
      var scenes = java.util.Collections.nCopies(request.scenes(), Scene.narrated("Hello."));
      return new ScriptResult(new Script("T", request.language(), scenes));
    }
  }

  static final class Listener extends Base<TranscriptionRequest, TranscriptionResult>
      implements TranscriptionProvider {
    private final Duration end;

    Listener(Duration end) {
      this.end = end;
    }

    @Override
    TranscriptionResult make(TranscriptionRequest request, CallContext context) {
      var word = new WordTiming("Hello", Duration.ZERO, end, TimingSource.SYNTHESIS);
      return new TranscriptionResult(Locale.ENGLISH, List.of(word));
    }
  }

  static final class Filmer extends Base<ClipRequest, ClipResult> implements VideoProvider {
    @Override
    ClipResult make(ClipRequest request, CallContext context) throws IOException {
      return clip(context, request.duration());
    }

    @Override
    public List<Problem> check(ClipRequest request) {
      return request.prompt().length() > 1000
          ? List.of(Problem.error("prompt", "is too long", "shorten it"))
          : List.of();
    }
  }

  static final class Dubber extends Base<LipSyncRequest, ClipResult> implements LipSyncProvider {
    private final String type;

    Dubber(String type) {
      this.type = type;
    }

    @Override
    ClipResult make(LipSyncRequest request, CallContext context) throws IOException {
      return new ClipResult(stored(context, type), Duration.ofSeconds(1), true);
    }
  }

  static final class Face extends Base<AvatarRequest, ClipResult> implements AvatarProvider {
    @Override
    ClipResult make(AvatarRequest request, CallContext context) throws IOException {
      return clip(context, Duration.ofSeconds(1));
    }

    @Override
    public Work<AvatarRequest, ClipResult> work() {
      return new Remote();
    }

    private final class Remote implements LongRunningWork<AvatarRequest, ClipResult> {
      @Override
      public RemoteOperation submit(AvatarRequest request, CallContext context)
          throws InterruptedException {
        if (context.cancelled()) {
          throw new InterruptedException();
        }
        return new RemoteOperation(id(), "op-1", Instant.EPOCH, Map.of());
      }

      @Override
      public Poll poll(RemoteOperation operation, CallContext context) {
        return new Poll.Ready();
      }

      @Override
      public ClipResult collect(
          RemoteOperation operation, AvatarRequest request, CallContext context)
          throws IOException {
        return make(request, context);
      }
    }
  }

  private static ClipResult clip(CallContext context, Duration length) throws IOException {
    return new ClipResult(stored(context, "video/mp4"), length, true);
  }

  private static Artifact stored(CallContext context, String type) throws IOException {
    var file = context.workDirectory().resolve("clip");
    Files.write(file, FakeFiles.mp4("clip"));
    return context.store(file, type);
  }
}
