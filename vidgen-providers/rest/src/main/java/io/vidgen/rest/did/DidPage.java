package io.vidgen.rest.did;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items what is on it
 * @param next token of the next page, null on the last one
 * @param <T> what is listed
 */
public record DidPage<T>(List<T> items, @Nullable String next) {
  /** Copies the list. */
  public DidPage {
    items = List.copyOf(items);
  }
}
