package io.vidgen.queue;

/**
 * What a cleanup did.
 *
 * @param expired how many results became expired, with their video deleted
 * @param forgotten how many jobs were dropped
 * @param postponed how many videos could not be deleted; they are tried again after ten minutes
 */
public record CleanupResult(int expired, int forgotten, int postponed) {}
