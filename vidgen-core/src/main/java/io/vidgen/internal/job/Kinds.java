package io.vidgen.internal.job;

import static io.vidgen.spi.ProviderKind.AVATAR;
import static io.vidgen.spi.ProviderKind.COMPOSER;
import static io.vidgen.spi.ProviderKind.IMAGE;
import static io.vidgen.spi.ProviderKind.LIP_SYNC;
import static io.vidgen.spi.ProviderKind.SCRIPT;
import static io.vidgen.spi.ProviderKind.SPEECH;
import static io.vidgen.spi.ProviderKind.TRANSCRIPTION;
import static io.vidgen.spi.ProviderKind.VIDEO;

import io.vidgen.internal.discovery.Choices;
import io.vidgen.internal.discovery.Selector;
import io.vidgen.spi.AvatarProvider;
import io.vidgen.spi.AvatarProviderFactory;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.ImageProviderFactory;
import io.vidgen.spi.LipSyncProvider;
import io.vidgen.spi.LipSyncProviderFactory;
import io.vidgen.spi.Provider;
import io.vidgen.spi.ProviderFactory;
import io.vidgen.spi.ProviderKind;
import io.vidgen.spi.ScriptProvider;
import io.vidgen.spi.ScriptProviderFactory;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechProviderFactory;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.TranscriptionProviderFactory;
import io.vidgen.spi.VideoComposer;
import io.vidgen.spi.VideoComposerFactory;
import io.vidgen.spi.VideoProvider;
import io.vidgen.spi.VideoProviderFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;

/** Everybody who is there, of every kind, before anybody is chosen or made. */
final class Kinds {
  final Selector<ScriptProvider, ScriptProviderFactory> scripts =
      providers(SCRIPT, ServiceLoader.load(ScriptProviderFactory.class));
  final Selector<SpeechProvider, SpeechProviderFactory> speech =
      providers(SPEECH, ServiceLoader.load(SpeechProviderFactory.class));
  final Selector<ImageProvider, ImageProviderFactory> images =
      providers(IMAGE, ServiceLoader.load(ImageProviderFactory.class));
  final Selector<VideoProvider, VideoProviderFactory> videos =
      providers(VIDEO, ServiceLoader.load(VideoProviderFactory.class));
  final Selector<AvatarProvider, AvatarProviderFactory> avatars =
      providers(AVATAR, ServiceLoader.load(AvatarProviderFactory.class));
  final Selector<LipSyncProvider, LipSyncProviderFactory> lipSyncs =
      providers(LIP_SYNC, ServiceLoader.load(LipSyncProviderFactory.class));
  final Selector<TranscriptionProvider, TranscriptionProviderFactory> transcriptions =
      providers(TRANSCRIPTION, ServiceLoader.load(TranscriptionProviderFactory.class));
  final Selector<VideoComposer, VideoComposerFactory> composers =
      new Selector<>(COMPOSER, VideoComposer::id, ServiceLoader.load(VideoComposerFactory.class));

  private final Choices choices;

  Kinds(Choices choices) {
    this.choices = choices;
  }

  private static <P extends Provider<?, ?>, F extends ProviderFactory<P>> Selector<P, F> providers(
      ProviderKind kind, ServiceLoader<F> loader) {
    return new Selector<>(kind, Provider::id, loader);
  }

  private List<Selector<?, ?>> all() {
    return List.of(scripts, speech, images, videos, avatars, lipSyncs, transcriptions, composers);
  }

  /** All factories, whether anybody uses them or not. */
  List<ProviderFactory<?>> factories() {
    var factories = new ArrayList<ProviderFactory<?>>();
    all().forEach(selector -> factories.addAll(selector.factories()));
    return factories;
  }

  /** Whether somebody is there who could not be loaded. */
  boolean hasBroken() {
    return all().stream().anyMatch(Selector::hasBroken);
  }

  /** Types of factories by the ids of those who are made from settings. */
  Map<String, Class<?>> made() {
    var made = new HashMap<String, Class<?>>();
    for (var selector : all()) {
      if (selector.given(choices).isEmpty()) {
        selector.factories().forEach(factory -> made.put(factory.id(), factory.getClass()));
      }
    }
    return made;
  }

  /** Ids of those whom the user made himself. */
  Set<String> given() {
    var given = new HashSet<String>();
    all().forEach(selector -> given.addAll(selector.given(choices)));
    return given;
  }

  /** Ids of everybody, made or given, whether they can be used or not. */
  Set<String> there() {
    var there = new HashSet<>(given());
    factories().forEach(factory -> there.add(factory.id()));
    return there;
  }
}
