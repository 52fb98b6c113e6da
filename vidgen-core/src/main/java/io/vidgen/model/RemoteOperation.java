package io.vidgen.model;

import java.time.Instant;
import java.util.Map;

/**
 * A provider's own handle for work under way, enough to poll it from another machine.
 *
 * @param provider id of the provider that runs it
 * @param id the vendor's name of the operation, never blank
 * @param submittedAt when the vendor acknowledged it
 * @param data what else the adapter needs to poll and collect, never a secret
 */
public record RemoteOperation(
    String provider, String id, Instant submittedAt, Map<String, String> data) {

  /**
   * Copies the map.
   *
   * @throws IllegalArgumentException if the id is blank
   */
  public RemoteOperation {
    if (id.isBlank()) {
      throw new IllegalArgumentException("id of a remote operation must not be blank");
    }
    data = Map.copyOf(data);
  }
}
