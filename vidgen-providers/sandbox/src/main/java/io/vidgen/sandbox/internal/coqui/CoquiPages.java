package io.vidgen.sandbox.internal.coqui;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vidgen.sandbox.internal.server.Reply;

/** What these servers answer besides sound, as Flask and Werkzeug write it. */
final class CoquiPages {
  private static final String HTML = "text/html; charset=utf-8";

  private CoquiPages() {}

  static Reply serverError() {
    return page(
        500,
        "Internal Server Error",
        "The server encountered an internal error and was unable to complete your request. Either"
            + " the server is overloaded or there is an error in the application.");
  }

  static Reply notFound() {
    return page(
        404,
        "Not Found",
        "The requested URL was not found on the server. If you entered the URL manually please"
            + " check your spelling and try again.");
  }

  static Reply page(int status, String title, String text) {
    return html(
        status,
        "<!doctype html>\n<html lang=en>\n<title>"
            + status
            + " "
            + title
            + "</title>\n<h1>"
            + title
            + "</h1>\n<p>"
            + text
            + "</p>\n");
  }

  static Reply html(int status, String body) {
    return Reply.text(status, HTML, body);
  }

  static Reply error(int status, String message) {
    return Reply.json(status, JsonNodeFactory.instance.objectNode().put("error", message));
  }

  static Reply plain(String text) {
    return Reply.text(200, HTML, text);
  }
}
