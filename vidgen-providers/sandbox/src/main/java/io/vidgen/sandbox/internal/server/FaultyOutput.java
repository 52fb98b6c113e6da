package io.vidgen.sandbox.internal.server;

import io.vidgen.sandbox.Fault;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A body that breaks off, stops for a while or drips. */
final class FaultyOutput extends FilterOutputStream {
  /** Where a body of unknown length has its middle. */
  private static final long MIDDLE_OF_STREAM = 4096;

  private static final int DRIPS_PER_SECOND = 10;

  private final Waits waits;
  private final @Nullable Fault fault;
  private long untilMiddle;
  private boolean middlePassed;

  FaultyOutput(OutputStream out, long length, @Nullable Fault fault, Waits waits) {
    super(out);
    this.fault = fault;
    this.waits = waits;
    this.untilMiddle = length < 0 ? MIDDLE_OF_STREAM : length / 2;
    this.middlePassed = !hasMiddle(fault);
  }

  private static boolean hasMiddle(@Nullable Fault fault) {
    return (fault instanceof Fault.Drop d && d.moment() == Fault.Moment.MID_ANSWER)
        || (fault instanceof Fault.Stall s && s.moment() == Fault.Moment.MID_ANSWER)
        || (fault instanceof Fault.Garbled g && g.how() == Fault.Garbling.TRUNCATED);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (fault instanceof Fault.Slow slow) {
      drip(bytes, offset, length, slow.bytesPerSecond());
    } else if (!middlePassed && length >= untilMiddle) {
      int first = (int) untilMiddle;
      out.write(bytes, offset, first);
      middle();
      out.write(bytes, offset + first, length - first);
    } else {
      untilMiddle -= length;
      out.write(bytes, offset, length);
    }
  }

  private void middle() throws IOException {
    middlePassed = true;
    out.flush();
    if (fault instanceof Fault.Stall stall) {
      pause(stall.time());
    } else {
      throw new CutException();
    }
  }

  private void drip(byte[] bytes, int offset, int length, int perSecond) throws IOException {
    int piece = Math.max(1, perSecond / DRIPS_PER_SECOND);
    for (int done = 0; done < length; done += piece) {
      out.write(bytes, offset + done, Math.min(piece, length - done));
      out.flush();
      pause(Duration.ofNanos(1_000_000_000L * piece / perSecond));
    }
  }

  private void pause(Duration time) throws IOException {
    try {
      waits.pause(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the sandbox is closing");
    }
  }

  /** After a cut, closing would complete the body; the server closes the connection instead. */
  @Override
  public void close() throws IOException {
    boolean cut = middlePassed && hasMiddle(fault) && !(fault instanceof Fault.Stall);
    if (!cut) {
      out.close();
    }
  }
}
