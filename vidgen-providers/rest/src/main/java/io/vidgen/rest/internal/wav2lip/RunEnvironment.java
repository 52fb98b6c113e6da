package io.vidgen.rest.internal.wav2lip;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What Wav2Lip may know of the environment: what it needs to run, and no keys or passwords. */
final class RunEnvironment {
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
          "PYTHONHOME",
          "PYTHONPATH",
          "VIRTUAL_ENV");

  /** Of graphics cards, Python's environments and numeric libraries. */
  private static final List<String> BEGINNINGS =
      List.of(
          "LC_",
          "XDG_",
          "CUDA",
          "NVIDIA_",
          "HIP_",
          "HSA_",
          "ROC",
          "TORCH",
          "PYTORCH_",
          "CONDA_",
          "OMP_",
          "MKL_",
          "NUMBA_",
          "OPENBLAS_");

  private static final List<String> SECRET =
      List.of("KEY", "TOKEN", "SECRET", "PASS", "CREDENTIAL");

  private RunEnvironment() {}

  /** Takes everything else out. */
  static void reduce(Map<String, String> environment) {
    environment.keySet().removeIf(name -> !isNeeded(name.toUpperCase(Locale.ROOT)));
  }

  private static boolean isNeeded(String name) {
    return NAMES.contains(name)
        || (BEGINNINGS.stream().anyMatch(name::startsWith)
            && SECRET.stream().noneMatch(name::contains));
  }
}
