package io.vidgen.offline.internal.voice;

import com.sun.speech.freetts.Item;
import com.sun.speech.freetts.OutputQueue;
import com.sun.speech.freetts.ProcessException;
import com.sun.speech.freetts.Relation;
import com.sun.speech.freetts.Token;
import com.sun.speech.freetts.Utterance;
import com.sun.speech.freetts.UtteranceProcessor;
import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import com.sun.speech.freetts.relp.LPCResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * FreeTTS's kevin16, driven step by step: no audio device, no thread, no system property, no global
 * registry. Not safe for use by several threads.
 */
final class KevinVoice {
  /** Samples per second. */
  static final int RATE = 16_000;

  private static final float WORDS_PER_MINUTE = 150;
  private static final float PITCH_RANGE = 16;

  // FreeTTS reads its dictionary through static fields: two that load at once spoil each other's.
  private static final Object LOADING = new Object();

  private final Voice voice;

  KevinVoice() {
    this.voice = find();
    // With a queue of our own FreeTTS starts no thread; nothing is ever put into it.
    voice.setOutputQueue(new OutputQueue(1));
    synchronized (LOADING) {
      voice.allocate();
    }
  }

  private static Voice find() {
    for (Voice voice : new KevinVoiceDirectory().getVoices()) {
      if (voice.getName().equals("kevin16")) {
        return voice;
      }
    }
    throw new IllegalStateException("this FreeTTS has no voice kevin16");
  }

  /** Whether the dictionary has a word, so that it need not be guessed from its letters. */
  boolean knows(String word) {
    return voice.getLexicon().getPhones(word, null, false) != null;
  }

  /**
   * Speaks.
   *
   * @param tokens what to say
   * @param pace 1 for normal
   * @param pitch fundamental frequency in Hz
   */
  Take speak(List<SpokenToken> tokens, double pace, double pitch) {
    voice.setRate((float) (WORDS_PER_MINUTE * pace));
    voice.setPitch((float) pitch);
    voice.setPitchRange((float) (PITCH_RANGE * pitch / 100));
    Utterance utterance = new Utterance(voice, freeTtsTokens(tokens));
    utterance.setFirst(true);
    utterance.setLast(true);
    try {
      for (Object processor : voice.getUtteranceProcessors()) {
        ((UtteranceProcessor) processor).processUtterance(utterance);
      }
    } catch (ProcessException e) {
      throw new IllegalStateException("FreeTTS: " + e.getMessage(), e);
    }
    LPCResult result = (LPCResult) utterance.getObject("target_lpcres");
    return new Take(decode(result.getWaveSamples()), times(utterance, tokens.size()));
  }

  private static List<Token> freeTtsTokens(List<SpokenToken> tokens) {
    List<Token> result = new ArrayList<>();
    for (SpokenToken token : tokens) {
      Token one = new Token();
      one.setWord(token.text());
      one.setWhitespace(" ");
      one.setPrepunctuation("");
      one.setPostpunctuation(token.punctuation());
      result.add(one);
    }
    return result;
  }

  /** Walks the sounds; each belongs to a syllable, a word and a token, or is a pause. */
  private static double[] @Nullable [] times(Utterance utterance, int count) {
    List<Item> tokens = new ArrayList<>();
    Item token = utterance.getRelation(Relation.TOKEN).getHead();
    for (; token != null; token = token.getNext()) {
      tokens.add(token);
    }
    double[][] times = new double[count][];
    double start = 0;
    Item sound = utterance.getRelation(Relation.SEGMENT).getHead();
    for (; sound != null; sound = sound.getNext()) {
      double end = sound.getFeatures().getFloat("end");
      int index = tokenOf(sound, tokens);
      if (index >= 0) {
        if (times[index] == null) {
          times[index] = new double[] {start, end};
        }
        times[index][1] = end;
      }
      start = end;
    }
    return times;
  }

  private static int tokenOf(Item sound, List<Item> tokens) {
    Item inSyllable = sound.getItemAs(Relation.SYLLABLE_STRUCTURE);
    Item syllable = inSyllable == null ? null : inSyllable.getParent();
    Item word = syllable == null ? null : syllable.getParent();
    Item inToken = word == null ? null : word.getItemAs(Relation.TOKEN);
    Item token = inToken == null ? null : inToken.getParent();
    for (int i = 0; token != null && i < tokens.size(); i++) {
      if (tokens.get(i).equalsShared(token)) {
        return i;
      }
    }
    return -1;
  }

  private static float[] decode(byte[] bigEndian) {
    float[] sound = new float[bigEndian.length / 2];
    for (int i = 0; i < sound.length; i++) {
      int value = (bigEndian[2 * i] << 8) | (bigEndian[2 * i + 1] & 0xFF);
      sound[i] = value / 32768f;
    }
    return sound;
  }

  /**
   * Something to say.
   *
   * @param text a word of ASCII letters, digits and apostrophes
   * @param punctuation what follows it, may be empty
   */
  record SpokenToken(String text, String punctuation) {}

  /**
   * What was said.
   *
   * @param sound samples at {@link #RATE}, with pauses around the speech
   * @param times start and end in seconds of each token, null for one that was dropped
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Take(float[] sound, double[] @Nullable [] times) {}
}
