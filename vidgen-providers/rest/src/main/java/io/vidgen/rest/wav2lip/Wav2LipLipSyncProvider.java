package io.vidgen.rest.wav2lip;

import io.vidgen.error.FailureContext;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.rest.internal.http.NothingSent;
import io.vidgen.rest.internal.wav2lip.FaceFiles;
import io.vidgen.rest.internal.wav2lip.LipSyncJob;
import io.vidgen.rest.internal.wav2lip.LipSyncer;
import io.vidgen.rest.internal.wav2lip.ProgramLipSyncer;
import io.vidgen.rest.internal.wav2lip.ServerLipSyncer;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.LipSyncProvider;
import io.vidgen.spi.LipSyncRequest;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.Work;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Lip-sync by Wav2Lip: free, on this machine or on a server of the user's own. The face may be a
 * picture or a video, which is repeated as long as the speech lasts. Safe for use by several
 * threads.
 *
 * <p>The published weights are for research and personal use only, which {@link #check} says. A
 * server that finds no face may answer with the video as it was; nothing here can tell.
 */
public final class Wav2LipLipSyncProvider implements LipSyncProvider {
  /** Compared with others of its kind, as routers take it. */
  private static final int QUALITY = 60;

  /** Name of the provider. */
  public static final String ID = "wav2lip";

  private static final FailureContext PLACE = new FailureContext(null, ID, 0, null, 0);

  /** 16 frames of its spectrogram, of which there are 80 in a second. */
  private static final Duration SHORTEST = Duration.ofMillis(200);

  private final LipSyncer syncer;
  private final Duration timeout;
  private final Capabilities capabilities;

  /**
   * Wav2Lip on this machine; starts nothing.
   *
   * @param program where it is
   * @param face how it looks at faces
   */
  public Wav2LipLipSyncProvider(Wav2LipProgram program, Wav2LipFace face) {
    this.syncer = new ProgramLipSyncer(program, face);
    this.timeout = program.timeout();
    this.capabilities = Capabilities.builder().addFeatures(Feature.LOCAL).quality(QUALITY).build();
  }

  /**
   * Wav2Lip on a server; connects to nothing.
   *
   * @param server where it is and what it looks like
   * @param face how it looks at faces
   */
  public Wav2LipLipSyncProvider(Wav2LipServer server, Wav2LipFace face) {
    this.syncer = new ServerLipSyncer(server, face);
    this.timeout = server.timeout();
    this.capabilities = Capabilities.builder().quality(QUALITY).build();
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String model() {
    return syncer.identity();
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public List<Problem> check(LipSyncRequest request) {
    var problems = new ArrayList<>(FaceFiles.check(request));
    var length = request.length();
    if (length != null && length.compareTo(SHORTEST) < 0) {
      problems.add(
          Problem.error(
              "speech",
              "is " + length.toMillis() + " ms long, and Wav2Lip needs 200",
              "use a longer recording"));
    }
    problems.add(
        Problem.warning(
            "licence",
            "the published weights of Wav2Lip are for research and personal use only",
            "use weights of your own, or another provider, for anything commercial"));
    return problems;
  }

  @Override
  public Duration expectedTime(LipSyncRequest request) {
    var length = request.length() == null ? Duration.ofSeconds(10) : request.length();
    return Duration.ofSeconds(15).plus(length.multipliedBy(2));
  }

  /** {@inheritDoc} A run may wait for a place as long as it may take, and its video too. */
  @Override
  public Duration callLimit(LipSyncRequest request) {
    return timeout.multipliedBy(3).plusMinutes(1);
  }

  @Override
  public Work<LipSyncRequest, ClipResult> work() {
    return (QuickWork<LipSyncRequest, ClipResult>) this::call;
  }

  private ClipResult call(LipSyncRequest request, CallContext context) throws InterruptedException {
    try {
      return new LipSyncJob(syncer).run(request, check(request), context);
    } catch (VidgenException e) {
      throw e.in(PLACE);
    } catch (IOException e) {
      throw NothingSent.because(e).in(PLACE);
    }
  }
}
