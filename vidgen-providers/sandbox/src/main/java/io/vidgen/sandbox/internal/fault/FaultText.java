package io.vidgen.sandbox.internal.fault;

import io.vidgen.sandbox.Fault;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Short forms of faults. */
public final class FaultText {

  private FaultText() {}

  /** Writes a fault. */
  public static String write(Fault fault) {
    if (fault instanceof Fault.Drop f) {
      return "drop:" + word(f.moment());
    } else if (fault instanceof Fault.Stall f) {
      return "stall:" + word(f.moment()) + "," + f.time();
    } else if (fault instanceof Fault.VendorError f) {
      return "error:" + f.name();
    } else if (fault instanceof Fault.AcceptedError f) {
      return "accepted-error:" + f.name();
    } else if (fault instanceof Fault.RateLimited f) {
      return "rate-limited:" + word(f.form()) + "," + f.seconds();
    } else if (fault instanceof Fault.Html f) {
      return "html:" + f.status();
    } else if (fault instanceof Fault.Slow f) {
      return "slow:" + f.bytesPerSecond();
    } else if (fault instanceof Fault.Garbled f) {
      return "garbled:" + word(f.how());
    } else if (fault instanceof Fault.Redirect f) {
      return "redirect:" + f.status() + "," + f.location();
    } else if (fault instanceof Fault.Quirk f) {
      return "quirk:" + f.name();
    }
    return "fate:" + word(((Fault.Doomed) fault).fate());
  }

  /** Reads what {@link #write} wrote. */
  public static Fault read(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw unknown(text);
    }
    String rest = text.substring(colon + 1);
    int comma = rest.indexOf(',');
    String first = comma < 0 ? rest : rest.substring(0, comma);
    String second = comma < 0 ? "" : rest.substring(comma + 1);
    try {
      return switch (text.substring(0, colon)) {
        case "drop" -> new Fault.Drop(constant(Fault.Moment.class, rest));
        case "stall" ->
            new Fault.Stall(constant(Fault.Moment.class, first), Duration.parse(second));
        case "error" -> new Fault.VendorError(rest);
        case "accepted-error" -> new Fault.AcceptedError(rest);
        case "rate-limited" ->
            new Fault.RateLimited(
                constant(Fault.RetryAfter.class, first),
                second.isEmpty() ? 1 : Integer.parseInt(second));
        case "html" -> new Fault.Html(Integer.parseInt(rest));
        case "slow" -> new Fault.Slow(Integer.parseInt(rest));
        case "garbled" -> new Fault.Garbled(constant(Fault.Garbling.class, rest));
        case "redirect" -> new Fault.Redirect(Integer.parseInt(first), second);
        case "quirk" -> new Fault.Quirk(rest);
        case "fate" -> new Fault.Doomed(constant(Fault.Fate.class, rest));
        default -> throw unknown(text);
      };
    } catch (NumberFormatException | DateTimeParseException e) {
      throw unknown(text);
    }
  }

  private static IllegalArgumentException unknown(String text) {
    return new IllegalArgumentException(
        "'" + text + "' is no fault; write for instance drop:before-body or stall:mid-answer,PT5S");
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
