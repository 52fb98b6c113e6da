package io.vidgen.sandbox.internal.google;

import io.vidgen.sandbox.internal.media.SceneClips;
import io.vidgen.sandbox.internal.media.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Makes the videos of an order. */
final class VeoMaker {
  private final SceneClips clips;

  VeoMaker(SceneClips clips) {
    this.clips = clips;
  }

  CompletableFuture<List<SceneClips.Clip>> make(VeoOrder order) {
    var each = new ArrayList<CompletableFuture<SceneClips.Clip>>();
    for (int i = 0; i < order.count(); i++) {
      var scene = i == 0 ? order.prompt() : order.prompt() + " #" + i;
      each.add(clips.start(clip(order, scene)));
    }
    return CompletableFuture.allOf(each.toArray(new CompletableFuture<?>[0]))
        .thenApply(done -> each.stream().map(CompletableFuture::join).toList());
  }

  private static SceneClips.Order clip(VeoOrder order, String scene) {
    var before = order.before();
    return new SceneClips.Order(
        scene,
        order.width(),
        order.height(),
        order.seconds(),
        order.sound(),
        SpokenLines.language(order.prompt()),
        SpokenLines.of(order.prompt()),
        signatures(order),
        order.first(),
        order.last(),
        before == null ? null : before.clip());
  }

  /** Those of the video before, of the pictures, of the name, in this order. */
  private static List<Integer> signatures(VeoOrder order) {
    var before = order.before();
    if (before != null) {
      return before.clip().signatures();
    }
    var shown = new ArrayList<Path>(order.references());
    var first = order.first();
    if (first != null) {
      shown.add(first);
    }
    var found =
        shown.stream().map(VeoMaker::signature).flatMapToInt(OptionalInt::stream).boxed().toList();
    return found.isEmpty() ? List.of(Signature.of(named(order.prompt()))) : found;
  }

  private static String named(String prompt) {
    return CharacterNames.in(prompt).stream().findFirst().orElse(prompt);
  }

  private static OptionalInt signature(@Nullable Path picture) {
    try {
      var image = picture == null ? null : ImageIO.read(picture.toFile());
      return image == null ? OptionalInt.empty() : Signature.in(image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
