package io.vidgen.google;

import io.vidgen.rest.did.DidAvatarProviderFactory;
import io.vidgen.spi.AvatarRequest;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.Poll;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.FakeProviderConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import okhttp3.OkHttp;

/**
 * A clip of Veo and a talk of D-ID, submitted, polled and fetched with whatever OkHttp this process
 * finds first. Arguments: a picture, and settings as NAME=VALUE. Prints what it used and got.
 */
final class OldOkHttpChild {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private OldOkHttpChild() {}

  @SuppressWarnings("unchecked") // the providers say so
  public static void main(String[] args) throws Exception {
    // Read at run time: the constant itself is the one that this was compiled with.
    System.out.println("OkHttp " + OkHttp.class.getField("VERSION").get(null));
    var settings = new HashMap<String, String>();
    for (int i = 1; i < args.length; i++) {
      var parts = args[i].split("=", 2);
      settings.put(parts[0], parts[1]);
    }
    var config = FakeProviderConfig.of(settings);
    try (var context = FakeCallContext.create()) {
      var clip = Clips.clip();
      clip.seconds = 4;
      var veo = new VeoVideoProviderFactory().create(config);
      made("clip", (LongRunningWork<ClipRequest, ClipResult>) veo.work(), clip.request(), context);

      var face = context.input(Files.readAllBytes(Path.of(args[0])), "image/png");
      var talk = new AvatarRequest(face, null, "Hello there.", null, Locale.ENGLISH, null, 0);
      var did = new DidAvatarProviderFactory().create(config);
      made("talk", (LongRunningWork<AvatarRequest, ClipResult>) did.work(), talk, context);
    }
    System.exit(0);
  }

  private static <R> void made(
      String what, LongRunningWork<R, ClipResult> work, R request, FakeCallContext context)
      throws IOException, InterruptedException {
    var operation = work.submit(request, context);
    long began = System.nanoTime();
    while (!(work.poll(operation, context) instanceof Poll.Ready)) {
      if (System.nanoTime() - began > PATIENCE.toNanos()) {
        throw new AssertionError(what + " is not ready");
      }
      Thread.onSpinWait();
    }
    var video = work.collect(operation, request, context).video();
    System.out.println(what + " of " + video.size() + " bytes");
  }
}
