package io.vidgen.rest.did;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A talk or clip as D-ID lists it. Texts are empty where D-ID says nothing.
 *
 * @param id its id
 * @param status {@code created}, {@code started}, {@code done}, {@code error}, {@code rejected}, or
 *     whatever D-ID adds
 * @param created when it was asked for, null when not said
 * @param name its name
 * @param userData what was planted when it was asked for
 * @param sourceUrl address of the face
 * @param audioUrl address of the recording
 * @param resultUrl where the video can be fetched for some 24 h, null before it is done; every
 *     question gives a fresh one
 * @param duration its length, null when not said
 * @param errorKind kind of the error that ended it
 * @param errorText description of the error that ended it
 */
public record DidVideo(
    String id,
    String status,
    @Nullable Instant created,
    String name,
    String userData,
    String sourceUrl,
    String audioUrl,
    @Nullable URI resultUrl,
    @Nullable Duration duration,
    String errorKind,
    String errorText) {

  /**
   * Whether there is a video to fetch. D-ID may say {@code done} before it gives the address.
   *
   * @return true if so
   */
  public boolean isDone() {
    return status.equals("done") && resultUrl != null;
  }

  /**
   * Whether it ended without a video.
   *
   * @return true if so
   */
  public boolean isFailed() {
    return status.equals("error") || status.equals("rejected");
  }
}
