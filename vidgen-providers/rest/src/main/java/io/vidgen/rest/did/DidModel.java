package io.vidgen.rest.did;

import java.time.Duration;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Names what makes a video, so that another choice makes another video. Pure. */
final class DidModel {
  private DidModel() {}

  static String of(DidOptions options) {
    var parts = new StringJoiner(" ");
    parts.add("d-id-1");
    if (options.resultFormat() != DidResultFormat.MP4) {
      parts.add(options.resultFormat().name());
    }
    if (options.stitch()) {
      parts.add("stitch");
    }
    if (options.fluent()) {
      parts.add("fluent");
    }
    if (options.padAudio().compareTo(Duration.ZERO) > 0) {
      parts.add("pad=" + options.padAudio());
    }
    for (var one : options.expressions()) {
      parts.add(one.mood() + "@" + one.startFrame() + "*" + one.intensity());
    }
    if (options.transitionFrames() > 0) {
      parts.add("transition=" + options.transitionFrames());
    }
    if (options.backgroundColor() != null) {
      parts.add(options.backgroundColor());
    }
    if (options.outputResolution() > 0) {
      parts.add("side=" + options.outputResolution());
    }
    var voice = options.voice();
    if (voice != null) {
      parts.add("voice=" + voice.provider() + ":" + voice.id());
      parts.add(voice.model() + "/" + voice.language() + "/" + new TreeMap<>(voice.settings()));
    }
    return parts.toString();
  }
}
