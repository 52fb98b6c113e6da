package io.vidgen.internal.talking;

import io.vidgen.internal.talking.Talk.Speaker;
import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.internal.video.Voices;
import io.vidgen.job.Avatar;
import io.vidgen.model.Scene;
import io.vidgen.spi.AvatarProvider;
import io.vidgen.spi.AvatarRequest;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.SpeechRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who plays an avatar: whose face, whose voice, and which provider can do that. Used by one thread.
 */
final class AvatarCast {
  static final String AVATAR = "avatar";

  private final Avatar request;
  private final Toolbox tools;
  private final Voices voices;
  private final AvatarWays ways;
  private final Speaker speaker;
  private final Collection<Integer> scenes;
  private @Nullable Talk talk;

  /** For some scenes of a request, by number. */
  AvatarCast(Avatar request, Collection<Integer> scenes, Toolbox tools) {
    this.request = request;
    this.scenes = scenes;
    this.tools = tools;
    this.voices = new Voices(tools);
    this.ways = new AvatarWays(request, scenes, face(), new Asking(), tools);
    this.speaker = speaker();
  }

  private Speaker speaker() {
    if (request.speech() != null) {
      return Speaker.RECORDED;
    } else if (request.avatarVoice() != null) {
      return Speaker.THEIRS;
    } else if (request.voice() != null) {
      return Speaker.OURS;
    }
    if (fitting(Speaker.THEIRS).isEmpty()) {
      return Speaker.OURS;
    } else if (voices.speaking(language()).isEmpty() || fitting(Speaker.OURS).isEmpty()) {
      return Speaker.THEIRS;
    }
    int theirs = ways.bought(Speaker.THEIRS);
    return theirs > 0 && theirs > ways.bought(Speaker.OURS) ? Speaker.THEIRS : Speaker.OURS;
  }

  private final class Asking implements AvatarWays.Asking {
    @Override
    public List<AvatarProvider> fitting(Speaker who) {
      return AvatarCast.this.fitting(who);
    }

    @Override
    public AvatarRequest asked(Speaker who, Face.Shown face, Said said) {
      return AvatarCast.this.asked(who, face, said);
    }

    @Override
    public SpeechRequest speech(String text, int take) {
      return new SpeechRequest(text, language(), voice(), request.speed(), take);
    }
  }

  private List<AvatarProvider> fitting(Speaker who) {
    return tools.avatars().matching(p -> fits(p, who));
  }

  boolean fits(AvatarProvider provider) {
    return fits(provider, speaker);
  }

  private boolean fits(AvatarProvider provider, Speaker who) {
    var able = provider.capabilities();
    boolean face = able.has(presenter() != null ? Feature.PRESENTERS : Feature.FACE_PICTURE);
    return who == Speaker.THEIRS
        ? face && able.has(Feature.SPEAKS_TEXT) && able.speaks(language())
        : face && able.has(Feature.SPEAKS_RECORDING);
  }

  /** What a provider must be able to do, in words. */
  String wanted() {
    var face = presenter() != null ? "has presenters" : "animates a picture of a face";
    return speaker == Speaker.THEIRS
        ? face + " and speaks " + language().toLanguageTag() + " itself"
        : face + " and speaks a recording";
  }

  @Nullable String presenter() {
    var character = request.character();
    return character != null ? character.avatar() : request.presenter();
  }

  Face face() {
    var character = request.character();
    if (presenter() != null) {
      return Face.PRESENTER;
    } else if (character != null && !character.references().isEmpty()) {
      return new Face(null, character.references().get(0));
    }
    return new Face(request.face(), null);
  }

  Talker<AvatarRequest, AvatarProvider> talker() {
    return new Talker<>(
        AVATAR,
        tools.avatars().fitting(this::fits),
        (face, said) -> asked(speaker, face, said),
        tools.router(),
        bound());
  }

  /** Names of presenters are each provider's own, and nobody says how its voices sound. */
  private @Nullable String bound() {
    if (presenter() != null) {
      return "has no presenter '" + presenter() + "' of another provider";
    }
    return speaker == Speaker.THEIRS ? "its voice may sound like another person's" : null;
  }

  private AvatarRequest asked(Speaker who, Face.Shown face, Said said) {
    var voice = request.avatarVoice();
    boolean named = who == Speaker.THEIRS && voice != null && !voice.isEmpty();
    return new AvatarRequest(
        face.picture(),
        presenter(),
        said.text(),
        said.speech(),
        // Lips follow a recording in any language; one that was not told must not buy it anew.
        language().equals(Locale.ROOT) ? Locale.ENGLISH : language(),
        named ? voice : null,
        said.take(),
        said.length());
  }

  private @Nullable String voice() {
    var character = request.character();
    return request.voice() == null && character != null ? character.voice() : request.voice();
  }

  /** What is said; settled once, so that nothing moves while it is checked and made. */
  Talk talk() {
    if (talk == null) {
      talk =
          new Talk(
              pieces(),
              speaker,
              language(),
              voice(),
              request.speed(),
              request.speech(),
              request.lead(),
              request.pause(),
              request.captions() != null);
    }
    return talk;
  }

  /** How many clips a scene becomes. */
  long clips(int number) {
    return talk().pieces().stream().filter(piece -> piece.place().scene() == number).count();
  }

  private List<Piece> pieces() {
    var pieces = new ArrayList<Piece>();
    for (int number : scenes) {
      addPieces(number, request.script().scenes().get(number - 1), pieces);
    }
    return pieces;
  }

  private void addPieces(int number, Scene scene, List<Piece> pieces) {
    int take = request.takeOf(number);
    var texts = ways.texts(speaker, number);
    if (texts.size() < 2) {
      var place = Place.scene(number);
      pieces.add(new Piece(place, scene.spokenText(), scene.captionText(), true, true, take));
      return;
    }
    for (int i = 0; i < texts.size(); i++) {
      var place = new Place(number, Integer.toString(i + 1));
      var text = texts.get(i);
      pieces.add(new Piece(place, text, text, i == 0, i + 1 == texts.size(), take));
    }
  }

  private Locale language() {
    return request.script().language();
  }
}
