package io.vidgen.testkit;

import io.vidgen.testkit.internal.SecretForms;
import io.vidgen.testkit.internal.SecretForms.Form;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Looks for planted secrets where they must not be: in files, texts, exceptions and the command
 * lines of programs. A secret is found as it is, URL-encoded, JSON-escaped, as hexadecimal digits
 * of either case, and as base64 of it alone or of something that holds it, such as {@code
 * user:password}. Immutable.
 */
public final class SecretHunt {
  private static final int CHUNK = 1 << 16;

  private final List<Form> forms;
  private final int longest;

  private SecretHunt(List<Form> forms) {
    this.forms = forms;
    this.longest = forms.stream().mapToInt(form -> form.text().length()).max().orElse(1);
  }

  /**
   * A place where a secret was found. Does not show the secret.
   *
   * @param where file, {@code name of file}, or what the caller called the text
   * @param form how it was written: {@code plain}, {@code base64}, {@code URL-encoded}, {@code
   *     JSON-escaped} or {@code hex}
   * @param secret number of the secret in the order given, from 1
   */
  public record Hit(String where, String form, int secret) {}

  /**
   * Looks for these.
   *
   * @param secrets at least one, each of 8 characters or more, since shorter ones are found by
   *     chance
   * @return the hunt
   * @throws IllegalArgumentException if there is none or one is too short
   */
  public static SecretHunt of(String... secrets) {
    if (secrets.length == 0) {
      throw new IllegalArgumentException("name at least one secret to look for");
    }
    return new SecretHunt(SecretForms.of(List.of(secrets)));
  }

  /**
   * Searches a text.
   *
   * @param where what to call it in hits
   * @param text the text
   * @return the hits, each form once
   */
  public List<Hit> inText(String where, String text) {
    var hits = new LinkedHashSet<Hit>();
    search(where, SecretForms.latin1(text.getBytes(StandardCharsets.UTF_8)), hits);
    return List.copyOf(hits);
  }

  /**
   * Searches the names and the bytes of all files under a directory; symbolic links are not
   * followed.
   *
   * @param directory where to look, or a single file
   * @return the hits, each form once a file
   * @throws IOException if a file cannot be read
   */
  public List<Hit> inFiles(Path directory) throws IOException {
    var hits = new LinkedHashSet<Hit>();
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            var name = directory.relativize(file).toString();
            hits.addAll(inText("name of " + name, name));
            if (attributes.isRegularFile()) {
              try (var in = Files.newInputStream(file)) {
                search(name.isEmpty() ? file.toString() : name, in, hits);
              }
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return List.copyOf(hits);
  }

  /**
   * Searches an exception, its causes and its suppressed exceptions: messages and what they print.
   *
   * @param thrown the exception
   * @return the hits, named by the exceptions' classes
   */
  public List<Hit> inThrowable(Throwable thrown) {
    var hits = new LinkedHashSet<Hit>();
    search(thrown, Collections.newSetFromMap(new IdentityHashMap<>()), hits);
    return List.copyOf(hits);
  }

  /**
   * Searches the command lines of all programs that this process has started and that still run.
   *
   * @return the hits, named by program and process id
   */
  public List<Hit> inChildProcesses() {
    var hits = new LinkedHashSet<Hit>();
    ProcessHandle.current().descendants().forEach(child -> hits.addAll(inProcess(child)));
    return List.copyOf(hits);
  }

  /**
   * Searches the command line of a program.
   *
   * @param process the program; one that has ended has no command line
   * @return the hits
   */
  public List<Hit> inProcess(ProcessHandle process) {
    var info = process.info();
    var where = info.command().orElse("program") + ", process " + process.pid();
    var arguments = String.join("\n", info.arguments().orElse(new String[0]));
    return inText(where, info.commandLine().orElse("") + "\n" + arguments);
  }

  private void search(Throwable thrown, Set<Throwable> known, Set<Hit> hits) {
    if (!known.add(thrown)) {
      return;
    }
    hits.addAll(inText(thrown.getClass().getSimpleName(), thrown.getMessage() + "\n" + thrown));
    for (var suppressed : thrown.getSuppressed()) {
      search(suppressed, known, hits);
    }
    var cause = thrown.getCause();
    if (cause != null) {
      search(cause, known, hits);
    }
  }

  private void search(String where, InputStream in, Set<Hit> hits) throws IOException {
    var kept = "";
    for (var chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
      var text = kept + SecretForms.latin1(chunk);
      search(where, text, hits);
      // A secret may begin in one chunk and end in the next.
      kept = text.substring(Math.max(0, text.length() - longest + 1));
    }
  }

  private void search(String where, String latin1, Set<Hit> hits) {
    var lower = latin1.toLowerCase(Locale.ROOT);
    var found = new ArrayList<Hit>();
    for (var form : forms) {
      if (SecretForms.find(form, latin1, lower, 0) >= 0) {
        found.add(new Hit(where, form.name(), form.secret()));
      }
    }
    hits.addAll(found);
  }
}
