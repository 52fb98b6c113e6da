package io.vidgen.ffmpeg.internal.compile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Numbers as ffmpeg reads them, in every locale. */
public final class Numbers {
  private Numbers() {}

  /** With at most six digits behind the point and no exponent. */
  public static String plain(double value) {
    return strip(BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP));
  }

  /** Seconds to the microsecond. */
  public static String seconds(Duration time) {
    return strip(BigDecimal.valueOf(time.toNanos(), 9).setScale(6, RoundingMode.HALF_UP));
  }

  private static String strip(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
