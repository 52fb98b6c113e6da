package io.vidgen.offline.internal.voice;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a program may know of the environment: what it needs to run, and no keys or passwords. */
final class ProgramEnvironment {
  private static final Set<String> NAMES =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "LOGNAME",
          "LANG",
          "LANGUAGE",
          "TZ",
          "TMPDIR",
          "TEMP",
          "TMP",
          "SYSTEMROOT",
          "SYSTEMDRIVE",
          "WINDIR",
          "COMSPEC",
          "PATHEXT",
          "USERPROFILE",
          "APPDATA",
          "LOCALAPPDATA",
          "PROGRAMDATA",
          "LD_LIBRARY_PATH",
          "DYLD_LIBRARY_PATH",
          "DYLD_FALLBACK_LIBRARY_PATH",
          "ESPEAK_DATA_PATH",
          "PYTHONHOME",
          "PYTHONPATH",
          "VIRTUAL_ENV",
          "OMP_NUM_THREADS");

  private ProgramEnvironment() {}

  /** Takes everything else out. */
  static void reduce(Map<String, String> environment) {
    environment.keySet().removeIf(name -> !isNeeded(name.toUpperCase(Locale.ROOT)));
  }

  private static boolean isNeeded(String name) {
    return NAMES.contains(name) || name.startsWith("LC_") || name.startsWith("XDG_");
  }
}
