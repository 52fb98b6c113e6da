package io.vidgen.sandbox.internal.google;

import io.vidgen.sandbox.internal.google.Model.Kind;
import java.util.Set;

/**
 * Where the platform has its models.
 *
 * @see <a href="https://docs.cloud.google.com/vertex-ai/generative-ai/docs/learn/locations">
 *     Deployments and endpoints (read 2026-10)</a>
 */
final class Locations {
  /** The only one of Veo. */
  static final String VEO = "us-central1";

  private static final Set<String> ALL =
      Set.of(
          "global",
          "us",
          "eu",
          "us-central1",
          "us-east1",
          "us-east4",
          "us-east5",
          "us-south1",
          "us-west1",
          "us-west4",
          "northamerica-northeast1",
          "southamerica-east1",
          "europe-central2",
          "europe-north1",
          "europe-southwest1",
          "europe-west1",
          "europe-west2",
          "europe-west3",
          "europe-west4",
          "europe-west6",
          "europe-west8",
          "europe-west9",
          "asia-east1",
          "asia-east2",
          "asia-northeast1",
          "asia-northeast3",
          "asia-south1",
          "asia-southeast1",
          "australia-southeast1",
          "me-central1",
          "me-central2",
          "me-west1");

  private Locations() {}

  /** Fails where a kind of models cannot be had. */
  static void require(String location, Kind kind, String model) throws Refusal {
    if (kind == Kind.VIDEO ? !location.equals(VEO) : !ALL.contains(location)) {
      throw new Refusal(
          GoogleErrors.notFound("Publisher Model `" + model + "` in location " + location));
    }
  }
}
