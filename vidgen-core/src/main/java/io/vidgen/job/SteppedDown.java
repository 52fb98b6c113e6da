package io.vidgen.job;

import io.vidgen.money.Price;

/**
 * A scene that is made with less than was asked for, to stay within a budget.
 *
 * @param scene number of the scene, from 1; 0 for the whole video
 * @param from what was asked for, such as a model
 * @param to what is made instead
 * @param reason why, for a person; never blank
 * @param saved how much less that costs
 */
public record SteppedDown(int scene, String from, String to, String reason, Price saved) {}
