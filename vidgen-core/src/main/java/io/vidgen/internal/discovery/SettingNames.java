package io.vidgen.internal.discovery;

import io.vidgen.error.Problem;
import io.vidgen.spi.ProviderFactory;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Finds settings of ours that nobody reads. A limit of money that is misspelt limits nothing, so an
 * option is refused where it is certain that nobody could have read it; one of the process may
 * belong to somebody else, and is only told.
 */
public final class SettingNames {
  private static final String PREFIX = "vidgen.";
  private static final Pattern OURS = Pattern.compile("(?i)vidgen[._-].*");

  private final Set<String> declared;
  private final Set<String> named;
  private final List<String> idsOfSilent;
  private final boolean isCertain;

  private SettingNames(
      Set<String> declared, Set<String> named, List<String> idsOfSilent, boolean isCertain) {
    this.declared = Set.copyOf(declared);
    this.named = Set.copyOf(named);
    this.idsOfSilent = idsOfSilent;
    this.isCertain = isCertain;
  }

  /**
   * Names of what is there.
   *
   * @param own settings that belong to no provider
   * @param asked settings that somebody has read
   * @param factories of all providers, whether they are used or not
   * @param hasBroken whether there are others that could not be loaded
   * @return the names
   */
  public static SettingNames of(
      Collection<String> own,
      Collection<String> asked,
      List<ProviderFactory<?>> factories,
      boolean hasBroken) {
    var declared = new HashSet<>(own);
    factories.forEach(factory -> factory.settings().ifPresent(declared::addAll));
    var named = new HashSet<>(declared);
    named.addAll(asked);
    var silent =
        factories.stream()
            .filter(factory -> factory.settings().isEmpty())
            .map(ProviderFactory::id)
            .distinct()
            .toList();
    return new SettingNames(declared, named, silent, silent.isEmpty() && !hasBroken);
  }

  /**
   * Refuses options that nobody reads, and tells of those that may be somebody's who did not say.
   *
   * @param options of the builder
   * @param refused takes an error for each option that nobody can have read
   * @param told takes a sentence for each that nobody seems to have read
   */
  public void check(Map<String, String> options, Consumer<Problem> refused, Consumer<String> told) {
    for (var name : new TreeSet<>(options.keySet())) {
      if (!OURS.matcher(name).matches() || isKnown(name)) {
        continue;
      }
      // A whole environment may be passed on, with the settings of jars that are not there.
      if ((isCertain && !isVariable(name)) || isOwned(name)) {
        refused.accept(
            Problem.error(
                name,
                "is no setting that anything here reads",
                meant(name).map(near -> "write " + near + ", ").orElse("correct it, ")
                    + "remove it, or add the jar that reads it"));
      } else {
        told.accept(sentence(name));
      }
    }
  }

  /**
   * Tells of names of the process that nobody reads.
   *
   * @param present names of system properties, or of variables
   * @param told takes a sentence for each that begins as ours do
   */
  public void look(Collection<String> present, Consumer<String> told) {
    for (var name : new TreeSet<>(present)) {
      boolean isOurs = name.startsWith(PREFIX) || name.startsWith(Settings.variable(PREFIX));
      if (isOurs && !isKnown(name)) {
        told.accept(sentence(name));
      }
    }
  }

  private String sentence(String name) {
    return meant(name).map(near -> name + " (there is " + near + ")").orElse(name);
  }

  private boolean isKnown(String name) {
    boolean isVariable = isVariable(name);
    return named.stream().anyMatch(known -> form(known, isVariable).equals(name))
        || idsOfSilent.stream().anyMatch(id -> isBelow(name, form(PREFIX + id, isVariable)));
  }

  private static boolean isBelow(String name, String whole) {
    return name.equals(whole) || name.startsWith(whole + (isVariable(name) ? '_' : '.'));
  }

  /**
   * Whether the place of the name is somebody's who names all that he reads: that of a provider, as
   * {@code vidgen.veo.…}. What has no place and is nearly a name is meant for that.
   */
  private boolean isOwned(String name) {
    boolean isVariable = isVariable(name);
    return declared.stream()
            .filter(known -> known.indexOf('.', PREFIX.length()) > 0)
            .map(known -> known.substring(0, known.indexOf('.', PREFIX.length())))
            .anyMatch(place -> isBelow(name, form(place, isVariable)))
        || Nearest.to(
                name,
                declared.stream()
                    .filter(known -> known.indexOf('.', PREFIX.length()) < 0)
                    .map(known -> form(known, isVariable))
                    .toList())
            .isPresent();
  }

  private Optional<String> meant(String name) {
    boolean isVariable = isVariable(name);
    return Nearest.to(name, named.stream().map(known -> form(known, isVariable)).toList());
  }

  /** Options may have the names of variables, in which hyphens and dots are the same. */
  private static boolean isVariable(String name) {
    return name.startsWith(Settings.variable(PREFIX)) && name.equals(name.toUpperCase(Locale.ROOT));
  }

  private static String form(String known, boolean isVariable) {
    return isVariable ? Settings.variable(known) : known;
  }
}
