package io.vidgen.internal.story;

import io.vidgen.error.Problem;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.internal.video.Voices;

/**
 * Finds out whether drafts can be made.
 *
 * @param telling what is told
 * @param free tools that are free
 * @param list takes what is wrong
 */
record DraftChecks(Telling telling, Toolbox free, Checklist list) {

  /** Returns whether pictures can be checked one by one. */
  boolean check(boolean spoken, boolean drawn) {
    if (spoken) {
      checkVoice();
    }
    return drawn
        && list.usable(
            free.images(),
            p -> true,
            new Checklist.Lack(
                "image provider",
                "no picture provider is free, and a draft buys nothing",
                "add vidgen-providers-offline or another one that is free, or promote the scenes"));
  }

  private void checkVoice() {
    if (new Voices(free).speaking(telling.language()).isEmpty()) {
      var tag = telling.language().toLanguageTag();
      list.add(
          Problem.warning(
              "speech provider",
              "no free voice speaks " + tag + ", so the draft is silent",
              "install a Piper or eSpeak NG voice for " + tag + " to hear it"));
    }
  }
}
