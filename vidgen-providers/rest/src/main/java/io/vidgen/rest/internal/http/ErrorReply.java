package io.vidgen.rest.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import okhttp3.Headers;

/**
 * An answer that is not 2xx.
 *
 * @param status its status
 * @param headers its headers
 * @param body the beginning of its body, 64 KiB at most, secrets already removed
 * @param paid whether the call may have cost money
 */
public record ErrorReply(int status, Headers headers, String body, boolean paid) {

  /** A vendor's sentence is cut here when it goes into a message. */
  private static final int EXCERPT = 300;

  /**
   * The body as JSON.
   *
   * @return the document; a missing node when it is not JSON
   */
  public JsonNode json() {
    return Json.parseLeniently(body);
  }

  /**
   * The body as one line for a message.
   *
   * @return at most 300 characters; empty when there is no body, and for HTML
   */
  public String excerpt() {
    var line = body.strip().replaceAll("\\s+", " ");
    if (line.startsWith("<")) {
      return "";
    }
    return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…";
  }
}
