package io.vidgen.engine;

import static io.vidgen.engine.StoryFixture.story;

import io.vidgen.job.Chaining;
import io.vidgen.job.Shoot;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Character;
import io.vidgen.model.Transition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request of every kind, each the render of a project. */
final class RequestZoo {
  private RequestZoo() {}

  static Map<String, VideoRequest> all(Path directory, Character drawn) throws IOException {
    var face = Files.write(directory.resolve("zoo.png"), Studio.png("a face"));
    var film = Files.writeString(directory.resolve("zoo.mp4"), "a film");
    var sound = Files.writeString(directory.resolve("zoo.wav"), "sound");
    var faded = new Transition(Transition.Kind.FADE, 12);
    var zoo = new LinkedHashMap<String, VideoRequest>();
    zoo.put("narrated", Studio.narrated(n -> n.transition(faded), "One.", "Two two.", "Three."));
    zoo.put("equal scenes", Studio.narrated("The same.", "The same."));
    zoo.put("music", Studio.narrated(n -> n.music(sound), "One.", "Two."));
    zoo.put("chain", story(3).characters(drawn).build());
    zoo.put("separate", story(3).chaining(Chaining.SEPARATE).transition(faded).build());
    zoo.put("between pictures", story(2).chaining(Chaining.INTERPOLATED).build());
    zoo.put("draft", story(3).build().draft());
    zoo.put("part of a draft", story(3).chaining(Chaining.SEPARATE).build().draft().promote(2));
    zoo.put("mixed", story(3).shoot(2, Shoot.NARRATED).build());
    zoo.put("avatar", VideoRequest.avatar(Studio.script("Hello.", "Bye.")).face(face).build());
    zoo.put("lip sync", VideoRequest.lipSync(face).say("Hello there.").title("Lips").build());
    zoo.put("recording", VideoRequest.lipSync(face).speech(sound).say("Hi.").title("R").build());
    zoo.put("captioned", VideoRequest.captioned(film).text("What is said.").title("Film").build());
    zoo.put("theme", VideoRequest.story("Lakes").length(Duration.ofSeconds(20)).build());
    return zoo;
  }
}
