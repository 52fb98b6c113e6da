package io.vidgen.ffmpeg.internal.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What ebur128 measured (EBU R 128).
 *
 * @param integrated LUFS; {@link #SILENT} for silence
 * @param truePeak dBTP; {@link #NO_PEAK} for silence or when it was not asked for
 */
public record Loudness(double integrated, double truePeak) {
  /** What R 128 says of silence. */
  public static final double SILENT = -70;

  /** Below what 16 bits can hold. */
  public static final double NO_PEAK = -120;

  private static final Pattern SUMMARY = Pattern.compile("\\[(\\S+) @ .*\\] Summary:.*");
  private static final Pattern INTEGRATED = Pattern.compile("\\s*I:\\s+(\\S+) LUFS.*");
  private static final Pattern PEAK = Pattern.compile("\\s*Peak:\\s+(\\S+) dBFS.*");

  /** Whether a line is part of a summary. */
  public static boolean mentioned(String line) {
    return SUMMARY.matcher(line).matches()
        || INTEGRATED.matcher(line).matches()
        || PEAK.matcher(line).matches();
  }

  /** Every summary, by the name of the filter that printed it. */
  public static Map<String, Loudness> read(List<String> lines) {
    var all = new LinkedHashMap<String, Loudness>();
    var name = "";
    for (var line : lines) {
      var summary = SUMMARY.matcher(line);
      var integrated = INTEGRATED.matcher(line);
      var peak = PEAK.matcher(line);
      if (summary.matches()) {
        name = summary.group(1);
      } else if (integrated.matches()) {
        all.put(name, new Loudness(number(integrated.group(1), SILENT), NO_PEAK));
      } else if (peak.matches() && all.containsKey(name)) {
        all.put(name, new Loudness(all.get(name).integrated, number(peak.group(1), NO_PEAK)));
      }
    }
    return all;
  }

  /** The only summary there is; silence if there is none. */
  public static Loudness only(List<String> lines) {
    return read(lines).values().stream().findFirst().orElse(new Loudness(SILENT, NO_PEAK));
  }

  /** Whether nothing was loud enough to be measured. */
  public boolean silent() {
    return integrated <= SILENT + 0.05;
  }

  private static double number(String text, double floor) {
    // "-inf", and "nan" for no sample at all
    if (text.contains("inf") || text.contains("nan")) {
      return floor;
    }
    return Math.max(floor, Double.parseDouble(text));
  }
}
