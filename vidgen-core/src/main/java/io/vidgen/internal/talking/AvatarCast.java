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
import io.vidgen.subtitle.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who plays an avatar: whose face, whose voice, and which provider can do that. */
final class AvatarCast {
  static final String AVATAR = "avatar";

  private final Avatar request;
  private final Toolbox tools;
  private final Voices voices;
  private final Speaker speaker;

  AvatarCast(Avatar request, Toolbox tools) {
    this.request = request;
    this.tools = tools;
    this.voices = new Voices(tools);
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
    boolean ours = !voices.speaking(language()).isEmpty() && !fitting(Speaker.OURS).isEmpty();
    return !ours && !fitting(Speaker.THEIRS).isEmpty() ? Speaker.THEIRS : Speaker.OURS;
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
    return new Talker<>(AVATAR, fitting(speaker), this::asked, tools.ledger());
  }

  private AvatarRequest asked(Face.Shown face, Said said) {
    var voice = request.avatarVoice();
    boolean named = speaker == Speaker.THEIRS && voice != null && !voice.isEmpty();
    return new AvatarRequest(
        face.picture(),
        presenter(),
        said.text(),
        said.speech(),
        language(),
        named ? voice : null,
        said.take(),
        said.length());
  }

  Talk talk() {
    var character = request.character();
    var voice = request.voice() == null && character != null ? character.voice() : request.voice();
    return new Talk(
        pieces(),
        speaker,
        language(),
        voice,
        request.speed(),
        request.speech(),
        request.lead(),
        request.pause());
  }

  private List<Piece> pieces() {
    var pieces = new ArrayList<Piece>();
    var scenes = request.script().scenes();
    for (int number = 1; number <= scenes.size(); number++) {
      addPieces(number, scenes.get(number - 1), pieces);
    }
    return pieces;
  }

  private void addPieces(int number, Scene scene, List<Piece> pieces) {
    int take = request.takeOf(number);
    var texts = texts(scene);
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

  /** A text that is too long for one clip is cut between sentences. */
  List<String> texts(Scene scene) {
    int most = most();
    return most > 0 && scene.spokenText().length() > most
        ? Sentences.pack(scene.spokenText(), language(), most)
        : List.of(scene.spokenText());
  }

  private int most() {
    return switch (speaker) {
      case RECORDED -> 0;
      case OURS ->
          voices.speaking(language()).stream()
              .findFirst()
              .map(p -> p.capabilities().maxTextLength())
              .orElse(0);
      case THEIRS ->
          fitting(speaker).stream()
              .findFirst()
              .map(p -> p.capabilities().maxTextLength())
              .orElse(0);
    };
  }

  private Locale language() {
    return request.script().language();
  }
}
