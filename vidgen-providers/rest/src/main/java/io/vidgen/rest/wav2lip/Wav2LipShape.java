package io.vidgen.rest.wav2lip;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the interface of a Wav2Lip server looks like.
 *
 * @param path below the base address, such as {@code lipsync}
 * @param sending how files are sent
 * @param facePart name of the part with the face
 * @param audioPart name of the part with the speech
 * @param fields further fields and their values, in which {@code {pads}}, {@code {resize}}, {@code
 *     {smooth}} and {@code {fps}} are replaced by those of {@link Wav2LipFace}
 * @param result what comes back
 * @param resultField where a JSON answer holds the video, names of nested fields with dots between,
 *     such as {@code output}: an address, a {@code data:} address, or a list that ends with one
 * @param healthPath what is asked before each request, empty for nothing; 404 there is ignored
 */
public record Wav2LipShape(
    String path,
    Sending sending,
    String facePart,
    String audioPart,
    Map<String, String> fields,
    Result result,
    String resultField,
    String healthPath) {

  /** How files are sent. */
  public enum Sending {
    /** POST of a multipart form. */
    MULTIPART,
    /**
     * PUT of {@code {"input": {...}}} to the path and a fresh id, files as {@code data:} addresses,
     * as Cog has it; the same id twice is one prediction.
     */
    COG
  }

  /** What comes back. */
  public enum Result {
    /** The video itself. */
    VIDEO,
    /** JSON that holds the video or its address. */
    JSON
  }

  /** Copies the map, in its order. */
  public Wav2LipShape {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /**
   * {@code POST /lipsync} with parts {@code video} and {@code audio}, answered with the video, as
   * most small servers around FastAPI have it.
   *
   * @return the shape
   */
  public static Wav2LipShape fastApi() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("use_hd", "false");
    fields.put("resize_factor", "{resize}");
    fields.put("pads", "{pads}");
    return new Wav2LipShape(
        "lipsync", Sending.MULTIPART, "video", "audio", fields, Result.VIDEO, "", "health");
  }

  /**
   * {@code PUT /predictions/…} as Cog (Replicate's container) has it, for models such as {@code
   * devxpy/cog-Wav2Lip}. Some of them answer with the face as it was when they find none in it.
   *
   * @return the shape
   */
  public static Wav2LipShape cog() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("pads", "{pads}");
    fields.put("smooth", "{smooth}");
    fields.put("fps", "{fps}");
    return new Wav2LipShape(
        "predictions", Sending.COG, "face", "audio", fields, Result.JSON, "output", "health-check");
  }
}
