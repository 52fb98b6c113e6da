package io.vidgen.job;

import static java.util.Objects.requireNonNull;

import io.vidgen.model.Character;
import io.vidgen.model.Script;
import io.vidgen.model.Transition;
import io.vidgen.model.VideoFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Builds a request; not safe for use by several threads. */
public final class StoryBuilder extends ScenesBuilder<StoryBuilder> {
  private final @Nullable Script script;
  private final @Nullable String theme;
  private Locale language = Locale.ENGLISH;
  private Duration length = Duration.ofSeconds(60);
  private int scenes;
  private List<Character> characters = List.of();
  private Chaining chaining = Chaining.EXTENDED;
  private final Map<Integer, Shoot> shoots = new TreeMap<>();
  private @Nullable VideoFormat clipFormat;
  private String style = "";
  private String negativePrompt = "";
  private List<FilterAnswer> whenFiltered = List.of();
  private WhenExpired whenExpired = WhenExpired.FAIL;
  private int scriptTake;
  private final Set<Integer> heroes = new TreeSet<>();
  private @Nullable Set<Integer> promoted;

  StoryBuilder(Script script) {
    this(script, null);
  }

  StoryBuilder(String theme) {
    this(null, theme);
  }

  private StoryBuilder(@Nullable Script script, @Nullable String theme) {
    super(Transition.CUT, Duration.ofMillis(100), Duration.ofMillis(350));
    this.script = script;
    this.theme = theme;
  }

  StoryBuilder(Story story) {
    super(story.transition(), story.lead(), story.pause());
    var written = story.theme();
    script = story.script();
    theme = written == null ? null : written.text();
    if (written != null) {
      language = written.language();
      length = written.length();
      scenes = written.scenes();
    }
    copyScenes(story);
    copyVideo(story);
    promoted = story.promoted();
    scriptTake = story.scriptTake();
    heroes.addAll(story.heroes());
  }

  private void copyScenes(Story story) {
    characters = story.characters();
    chaining = story.chaining();
    shoots.putAll(story.shoots());
    clipFormat = story.clipFormat();
    style = story.style();
    negativePrompt = story.negativePrompt();
    whenFiltered = story.whenFiltered();
    whenExpired = story.whenExpired();
    takes.putAll(story.takes());
  }

  private void copyVideo(Story story) {
    format = story.format();
    quality = story.quality();
    voice = story.voice();
    speed = story.speed();
    captions = story.captions();
    captionOptions = story.captionOptions();
    music = story.music();
    musicLicence = story.musicLicence();
    musicGainDb = story.musicGainDb();
  }

  StoryBuilder promoted(@Nullable Set<Integer> scenes) {
    this.promoted = scenes;
    return this;
  }

  private void requireTheme(String setting) {
    if (script != null) {
      throw new IllegalArgumentException(
          setting
              + " is for a theme, whose script is written: this story has a script, which brings"
              + " its own language, length and scenes");
    }
  }

  @Override
  StoryBuilder self() {
    return this;
  }

  /**
   * Sets the language of a theme's script; a script has its own.
   *
   * @param language default English
   * @return this
   * @throws IllegalArgumentException if the story has a script
   */
  public StoryBuilder language(Locale language) {
    requireTheme("language(...)");
    this.language = requireNonNull(language, "language");
    return this;
  }

  /**
   * Sets how long the video of a theme should be.
   *
   * @param length 4 s to 10 min; default 60 s
   * @return this
   * @throws IllegalArgumentException if the story has a script
   */
  public StoryBuilder length(Duration length) {
    requireTheme("length(...)");
    this.length = requireNonNull(length, "length");
    return this;
  }

  /**
   * Sets how many scenes are written for a theme.
   *
   * @param count from half as many as there are clips up to one for each, which the plan checks; 0,
   *     the default, for one for each
   * @return this
   * @throws IllegalArgumentException if the story has a script
   */
  public StoryBuilder scenes(int count) {
    requireTheme("scenes(...)");
    this.scenes = count;
    return this;
  }

  /**
   * Says who appears.
   *
   * @param characters all of them, the most important first
   * @return this
   */
  public StoryBuilder characters(Character... characters) {
    this.characters = List.of(characters);
    return this;
  }

  /**
   * Sets how clips hang together.
   *
   * @param chaining default {@link Chaining#EXTENDED}
   * @return this
   */
  public StoryBuilder chaining(Chaining chaining) {
    this.chaining = requireNonNull(chaining, "chaining");
    return this;
  }

  /**
   * Sets how one scene is made.
   *
   * @param scene number of the scene, from 1; 0 for all that nothing else is said about
   * @param shoot default {@link Shoot#CLIP}
   * @return this
   */
  public StoryBuilder shoot(int scene, Shoot shoot) {
    shoots.put(scene, requireNonNull(shoot, "shoot"));
    return this;
  }

  /**
   * Sets in which size clips are made.
   *
   * @param size such as 720x1280; must be one that the provider makes
   * @return this
   */
  public StoryBuilder clipFormat(VideoFormat size) {
    this.clipFormat = requireNonNull(size, "size");
    return this;
  }

  /**
   * Says what all pictures and clips share.
   *
   * @param style in words
   * @return this
   */
  public StoryBuilder style(String style) {
    this.style = requireNonNull(style, "style");
    return this;
  }

  /**
   * Says what clips must not show.
   *
   * @param prompt in words
   * @return this
   */
  public StoryBuilder negativePrompt(String prompt) {
    this.negativePrompt = requireNonNull(prompt, "prompt");
    return this;
  }

  /**
   * Sets what is done when a clip is refused for its content. Each answer is tried once, in this
   * order; one named twice is tried twice.
   *
   * <p>Answers may cost money beyond the price of the plan, which knows of no refusal: {@link
   * FilterAnswer#SOFTEN} buys a scene, {@link FilterAnswer#OWN_VOICE} a voice, and {@link
   * FilterAnswer#NEXT_PROVIDER} a clip, and those that go on from it, at the other's price. The
   * plan warns of each with the most that it may cost. {@link FilterAnswer#ASK_AGAIN} costs nothing
   * more.
   *
   * @param answers default none
   * @return this
   */
  public StoryBuilder whenFiltered(FilterAnswer... answers) {
    this.whenFiltered = List.of(answers);
    return this;
  }

  /**
   * Sets what is done when a clip that has to be extended is gone at its vendor.
   *
   * @param what default {@link WhenExpired#FAIL}
   * @return this
   */
  public StoryBuilder whenExpired(WhenExpired what) {
    this.whenExpired = requireNonNull(what, "what");
    return this;
  }

  /**
   * Asks for a fresh version of a theme's script.
   *
   * @param take number of the version; 0 for the first
   * @return this
   * @throws IllegalArgumentException if the story has a script
   */
  public StoryBuilder scriptTake(int take) {
    requireTheme("scriptTake(...)");
    this.scriptTake = take;
    return this;
  }

  /**
   * Marks scenes that matter most: {@link Overrun#stepDown} steps them down last, when all others
   * are as cheap as they can be. Without that it changes nothing.
   *
   * @param scenes their numbers, from 1, beside those that were marked before; default none
   * @return this
   */
  public StoryBuilder hero(int... scenes) {
    for (int scene : scenes) {
      heroes.add(scene);
    }
    return this;
  }

  /**
   * Finishes.
   *
   * @return the request
   * @throws IllegalArgumentException if a value is out of range
   */
  public Story build() {
    return new Story(
        script,
        theme == null ? null : new Theme(theme, language, length, scenes),
        characters,
        chaining,
        shoots,
        promoted,
        format,
        clipFormat,
        quality,
        voice,
        speed,
        captions,
        captionOptions,
        music,
        musicLicence,
        musicGainDb,
        transition,
        style,
        negativePrompt,
        whenFiltered,
        whenExpired,
        lead,
        pause,
        takes,
        scriptTake,
        heroes);
  }
}
