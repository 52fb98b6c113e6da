package io.vidgen.ffmpeg.internal.run;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What of this process's environment a child may see: no secret, no one's ffmpeg or font setup. */
final class Environment {
  private static final Set<String> PASSED =
      Set.of(
          "PATH",
          "HOME",
          "TMPDIR",
          "TMP",
          "TEMP",
          "LD_LIBRARY_PATH",
          "DYLD_LIBRARY_PATH",
          "SYSTEMROOT",
          "WINDIR",
          "LOCALAPPDATA",
          "APPDATA",
          "USERPROFILE");

  private Environment() {}

  static void clean(Map<String, String> environment, Map<String, String> added) {
    environment.keySet().removeIf(name -> !PASSED.contains(name.toUpperCase(Locale.ROOT)));
    // its messages are read by programs
    environment.put("LC_ALL", "C");
    environment.putAll(added);
  }
}
