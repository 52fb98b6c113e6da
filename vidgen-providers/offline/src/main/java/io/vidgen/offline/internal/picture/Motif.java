package io.vidgen.offline.internal.picture;

import java.util.List;

/** What a picture shows, and the light that suits it when the words do not say. */
@SuppressWarnings("ImmutableEnumChecker") // sceneries keep nothing
enum Motif {
  MOUNTAINS(Landscapes::mountains, Tone.DUSK, Tone.DAWN, Tone.TEAL, Tone.DAY),
  DUNES(Landscapes::dunes, Tone.SAND, Tone.DUSK),
  ROAD(Landscapes::road, Tone.DAWN, Tone.DUSK, Tone.GREEN),
  SEA(Waters::sea, Tone.DUSK, Tone.TEAL, Tone.DAWN),
  DEEP(Waters::deep, Tone.TEAL),
  FOREST(Woods::forest, Tone.GREEN, Tone.MINT),
  WINTER(Woods::winter, Tone.ICE, Tone.DAWN),
  CITY(Cities::skyline, Tone.DUSK, Tone.NIGHT, Tone.ROSE),
  RAIN(Cities::rain, Tone.NIGHT, Tone.STORM, Tone.NEON),
  SPACE(Heavens::space, Tone.COSMOS),
  AURORA(Heavens::aurora, Tone.NIGHT),
  STORM(Heavens::storm, Tone.STORM, Tone.NIGHT),
  LANTERNS(Heavens::lanterns, Tone.ROSE, Tone.DUSK),
  COFFEE(Rooms::coffee, Tone.COFFEE),
  STUDY(Rooms::study, Tone.COFFEE, Tone.DUSK),
  WAVES(Abstracts::waves, Tone.DUSK, Tone.ROSE, Tone.TEAL, Tone.MINT, Tone.SAND),
  TUNNEL(Abstracts::tunnel, Tone.TEAL, Tone.ROSE, Tone.DUSK, Tone.GOLD),
  FLOW(Abstracts::flow, Tone.ROSE, Tone.NEON, Tone.TEAL, Tone.DUSK),
  RISE(Abstracts::rise, Tone.GOLD, Tone.TEAL),
  NETWORK(Abstracts::network, Tone.NEON, Tone.NIGHT, Tone.COSMOS),
  FIRE(Abstracts::fire, Tone.EMBER);

  private final Scenery scenery;
  private final List<Tone> tones;

  Motif(Scenery scenery, Tone... tones) {
    this.scenery = scenery;
    this.tones = List.of(tones);
  }

  void set(Stage stage) {
    scenery.set(stage);
  }

  /** One of the lights that suit it. */
  Tone tone(Dice dice) {
    return tones.get(dice.below(tones.size()));
  }
}
