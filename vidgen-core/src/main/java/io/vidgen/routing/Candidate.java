package io.vidgen.routing;

import io.vidgen.money.Price;
import java.time.Duration;

/**
 * Somebody who can do a step.
 *
 * @param provider its id
 * @param model with which model
 * @param position its place in the list, from 0
 * @param price what this request costs there
 * @param declared how long it takes there, as the provider says
 * @param expected how long it takes there, as the provider says and recent calls have shown
 * @param quality how good its work is, 0 to 100; 0 when nobody knows
 * @param health how it has served lately
 */
public record Candidate(
    String provider,
    String model,
    int position,
    Price price,
    Duration declared,
    Duration expected,
    int quality,
    Health health) {}
