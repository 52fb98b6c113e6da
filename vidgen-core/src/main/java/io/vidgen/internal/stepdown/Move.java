package io.vidgen.internal.stepdown;

import io.vidgen.internal.video.Means;
import io.vidgen.money.Price;

/**
 * A scene that goes down one rung.
 *
 * @param scene its number, from 1
 * @param means with what it is made then
 * @param saved how much less that costs, as far as it does not depend on other scenes
 */
record Move(int scene, Means means, Price saved) {}
