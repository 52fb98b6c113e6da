package io.vidgen.ffmpeg.internal.compile;

import io.vidgen.model.AudioClip.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Turns sounds into the arguments of three commands: measure what there is, mix it at even levels,
 * and bring the mix to the wanted loudness while it is encoded.
 */
public final class MixCompiler {
  /** Speech enters its compressor at this loudness, whoever spoke. */
  public static final double VOICE = -18;

  /** Music of gain 0 is as loud as speech, however loud its file is. */
  public static final double MUSIC = -18;

  private static final int OVERSAMPLED = 4 * MixPlan.RATE;
  private static final double ATTACK_MILLIS = 5;
  private static final double FADE_SECONDS = 1.5;

  /** Silence in front of what begins later than its picture. */
  private static final String ON_TIME = "aresample=async=1:first_pts=0,";

  private MixCompiler() {}

  /** Prints the loudness of all speech as {@code ebur128@voice}, of music as {@code @musicN}. */
  public static List<String> measure(MixPlan plan) {
    var graph = new StringBuilder();
    var arguments = inputs(plan, graph);
    var ends = new ArrayList<String>();
    var voice = entries(plan, Role.VOICE);
    if (!voice.isEmpty()) {
      graph.append(bus(voice, plan, "voice", entry -> 0));
      graph.append("[voice]ebur128@voice=framelog=verbose[mvoice];");
      ends.add("[mvoice]");
    }
    for (var music : entries(plan, Role.MUSIC)) {
      graph.append(
          String.format(
              Locale.ROOT,
              "[s%d]ebur128@music%d=framelog=verbose[m%d];",
              music.input(),
              music.input(),
              music.input()));
      ends.add("[m" + music.input() + "]");
    }
    for (var effect : entries(plan, Role.EFFECT)) {
      graph.append(String.format(Locale.ROOT, "[s%d]anullsink;", effect.input()));
    }
    arguments.addAll(List.of("-filter_complex", trimmed(graph)));
    ends.forEach(end -> arguments.addAll(List.of("-map", end)));
    arguments.addAll(List.of("-f", "null", "-"));
    return arguments;
  }

  /**
   * Mixes into a WAV file of floating point numbers, which nothing can overdrive.
   *
   * @param levels what was measured
   */
  public static List<String> mix(MixPlan plan, Levels levels, String output) {
    var graph = new StringBuilder();
    var arguments = inputs(plan, graph);
    var buses = new ArrayList<String>();
    var voice = entries(plan, Role.VOICE);
    var music = entries(plan, Role.MUSIC);
    var effects = entries(plan, Role.EFFECT);
    if (!voice.isEmpty()) {
      graph.append(bus(voice, plan, "raw", entry -> entry.sound().gainDb()));
      graph.append("[raw]").append(tamed(levels.voiceGain()));
      graph.append(music.isEmpty() ? "[voice];" : ",asplit[voice][key];");
      buses.add("[voice]");
    }
    if (!music.isEmpty()) {
      graph.append(bus(music, plan, "bed", e -> e.sound().gainDb() + levels.musicGain(e.input())));
      // 6 dB down while somebody speaks, back within half a second
      graph.append(
          voice.isEmpty()
              ? "[bed]anull[music];"
              : "[bed][key]sidechaincompress=threshold=0.03:ratio=2.5:attack=40:release=500:"
                  + "knee=4[music];");
      buses.add("[music]");
    }
    if (!effects.isEmpty()) {
      graph.append(bus(effects, plan, "effects", entry -> entry.sound().gainDb()));
      buses.add("[effects]");
    }
    buses.forEach(graph::append);
    graph.append(sum(buses.size())).append(end(plan)).append("ebur128=framelog=verbose,");
    graph.append(
        String.format(Locale.ROOT, "aformat=sample_fmts=flt:sample_rates=%d[out]", MixPlan.RATE));
    arguments.addAll(List.of("-filter_complex", graph.toString(), "-map", "[out]"));
    arguments.addAll(List.of("-c:a", "pcm_f32le", "-f", "wav", output));
    return arguments;
  }

  private static String end(MixPlan plan) {
    return plan.fadeOut() == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "afade=t=out:ss=%d:ns=%d,",
            plan.samples() - plan.fadeOut(),
            plan.fadeOut());
  }

  /**
   * Encodes a mix.
   *
   * @param gainDb what to add to it
   * @param ceiling highest true peak of what goes into the encoder, dB
   */
  public static List<String> encode(
      String mix, long samples, double gainDb, double ceiling, String output) {
    long delay = Math.round(ATTACK_MILLIS / 1000 * MixPlan.RATE);
    // between its samples a wave rises higher than at them: the limiter sees four times as many.
    // It looks ahead, and gives everything back that much later
    var filters =
        String.format(
            Locale.ROOT,
            "volume=%sdB,apad=pad_len=%d,aresample=%d,"
                + "alimiter=limit=%s:attack=%s:release=60:level=disabled,"
                + "aresample=%d,atrim=start_sample=%d:end_sample=%d,asetpts=N/SR/TB,"
                + "ebur128=peak=true:framelog=verbose,"
                + "aformat=sample_fmts=fltp:sample_rates=%d:channel_layouts=stereo",
            Numbers.plain(gainDb),
            2 * delay,
            OVERSAMPLED,
            Numbers.plain(Math.pow(10, ceiling / 20)),
            Numbers.plain(ATTACK_MILLIS),
            MixPlan.RATE,
            delay,
            delay + samples,
            MixPlan.RATE);
    return audio(List.of("-i", mix), filters, output);
  }

  /** Encodes silence. */
  public static List<String> silence(long samples, String output) {
    var source = String.format(Locale.ROOT, "anullsrc=r=%d:cl=stereo", MixPlan.RATE);
    return audio(
        List.of("-f", "lavfi", "-i", source),
        String.format(Locale.ROOT, "atrim=end_sample=%d", samples),
        output);
  }

  private static List<String> audio(List<String> input, String filters, String output) {
    var arguments = new ArrayList<>(input);
    arguments.addAll(List.of("-af", filters, "-c:a", "aac", "-b:a", "192k"));
    arguments.addAll(List.of("-map_metadata", "-1", "-f", "mp4", output));
    return arguments;
  }

  /** Opens every sound once, as stereo at the common rate and cut to length, named s0, s1, … */
  private static List<String> inputs(MixPlan plan, StringBuilder graph) {
    var arguments = new ArrayList<String>();
    for (int i = 0; i < plan.sounds().size(); i++) {
      var sound = plan.sounds().get(i);
      arguments.addAll(
          sound.role() == Role.MUSIC
              ? sound.input().arguments("-stream_loop", "-1")
              : sound.input().arguments());
      graph.append(
          String.format(
              Locale.ROOT,
              "[%d:a:0]%saformat=sample_fmts=fltp:sample_rates=%d:channel_layouts=stereo,"
                  + "asetpts=N/SR/TB,atrim=end_sample=%d%s[s%d];",
              i,
              sound.filmed() ? ON_TIME : "",
              MixPlan.RATE,
              sound.length(),
              fade(sound),
              i));
    }
    return arguments;
  }

  /** Music never breaks off. */
  private static String fade(SoundPlan sound) {
    if (sound.role() != Role.MUSIC) {
      return "";
    }
    double length = (double) sound.length() / MixPlan.RATE;
    double fade = Math.min(FADE_SECONDS, length / 4);
    return String.format(
        Locale.ROOT, ",afade=t=out:st=%s:d=%s", Numbers.plain(length - fade), Numbers.plain(fade));
  }

  private static String tamed(double gainDb) {
    return String.format(
        Locale.ROOT,
        "highpass=f=70,volume=%sdB,acompressor=threshold=-22dB:ratio=3:attack=6:release=90:knee=4",
        Numbers.plain(gainDb));
  }

  private interface Gain {
    double of(SoundLanes.Entry entry);
  }

  /** One bus of exactly the video's length from sounds at their places. */
  private static String bus(List<SoundLanes.Entry> entries, MixPlan plan, String name, Gain gain) {
    var graph = new StringBuilder();
    var lanes = SoundLanes.of(entries);
    for (int lane = 0; lane < lanes.size(); lane++) {
      var sounds = lanes.get(lane);
      var parts = new StringBuilder();
      for (int i = 0; i < sounds.size(); i++) {
        var entry = sounds.get(i);
        long begin = i == 0 ? 0 : entry.sound().start();
        long end = i + 1 < sounds.size() ? sounds.get(i + 1).sound().start() : plan.samples();
        graph.append(slot(entry, gain.of(entry), entry.sound().start() - begin, end - begin));
        parts.append(String.format(Locale.ROOT, "[p%d]", entry.input()));
      }
      graph
          .append(parts)
          .append(
              String.format(Locale.ROOT, "concat=n=%d:v=0:a=1[%s%d];", sounds.size(), name, lane));
    }
    for (int lane = 0; lane < lanes.size(); lane++) {
      graph.append(String.format(Locale.ROOT, "[%s%d]", name, lane));
    }
    return graph.append(sum(lanes.size())).append("anull[").append(name).append("];").toString();
  }

  private static String slot(SoundLanes.Entry entry, double gainDb, long delay, long length) {
    var volume = gainDb == 0 ? "" : "volume=" + Numbers.plain(gainDb) + "dB,";
    var later = delay == 0 ? "" : String.format(Locale.ROOT, "adelay=delays=%dS:all=1,", delay);
    return String.format(
        Locale.ROOT,
        "[s%d]%s%sapad=whole_len=%d,atrim=end_sample=%d,asetpts=N/SR/TB[p%d];",
        entry.input(),
        volume,
        later,
        length,
        length,
        entry.input());
  }

  private static String sum(int inputs) {
    return inputs == 1 ? "" : String.format(Locale.ROOT, "amix=inputs=%d:normalize=0,", inputs);
  }

  private static List<SoundLanes.Entry> entries(MixPlan plan, Role role) {
    var entries = new ArrayList<SoundLanes.Entry>();
    for (int i = 0; i < plan.sounds().size(); i++) {
      if (plan.sounds().get(i).role() == role) {
        entries.add(new SoundLanes.Entry(i, plan.sounds().get(i)));
      }
    }
    return entries;
  }

  private static String trimmed(StringBuilder graph) {
    return graph.substring(0, graph.length() - 1);
  }

  /**
   * What brings everything to its level.
   *
   * @param voiceGain for all speech
   * @param music for each piece of music, by number of its input
   */
  public record Levels(double voiceGain, Map<Integer, Double> music) {
    /** Copies the map. */
    public Levels {
      music = Map.copyOf(music);
    }

    double musicGain(int input) {
      return music.getOrDefault(input, 0.0);
    }
  }
}
