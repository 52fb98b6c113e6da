package io.vidgen.internal.story;

import io.vidgen.internal.discovery.Candidates;
import io.vidgen.internal.discovery.Candidates.Ranked;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.Provider;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What drafts are made with: nothing that ever costs money, and this machine before others. */
final class FreeTools {
  private FreeTools() {}

  /** Of several that would do, the first one is taken: a draft is not worth a question. */
  static Toolbox of(Toolbox tools, Locale language) {
    return new Toolbox(
        tools.scripts(),
        only(tools.speech(), p -> p.capabilities().speaks(language)),
        only(tools.images(), p -> true),
        tools.videos(),
        tools.avatars(),
        tools.lipSyncs(),
        free(tools.transcriptions()),
        tools.composer(),
        tools.ledger(),
        tools.router(),
        tools.clock());
  }

  private static <P extends Provider<?, ?>> Candidates<P> only(
      Candidates<P> all, Predicate<P> fits) {
    var best =
        free(all).providers().stream()
            .filter(ranked -> fits.test(ranked.provider()))
            .min(Comparator.comparing(ranked -> !isLocal(ranked.provider())));
    return new Candidates<>(
        all.kind(), best.<List<Ranked<P>>>map(List::of).orElse(List.of()), all.unusable(), true);
  }

  private static <P extends Provider<?, ?>> Candidates<P> free(Candidates<P> all) {
    var free = all.providers().stream().filter(r -> r.provider().priceCard().isFree()).toList();
    return new Candidates<>(all.kind(), free, all.unusable(), false);
  }

  private static boolean isLocal(Provider<?, ?> provider) {
    return provider.capabilities().has(Feature.LOCAL);
  }
}
