/**
 * Choosing providers for requests. Whoever makes a step ({@code SceneSteps}, {@code Voices}, {@code
 * ClipPurchase} and such) asks {@link io.vidgen.internal.routing.Router}, which it finds in the
 * {@code Toolbox}: {@code Obstacles} says who cannot do it, the ledger who has it already, {@code
 * Signs} how each serves now ({@code StepRunner} knows), and {@code Choosing} orders the rest by
 * the user's policy. The answer is a {@code Route}; {@code Steps} makes a step of it that knows the
 * others as its ways out, and {@code Detours} takes those. {@code Unison} holds steps together that
 * one provider is to do. Nothing is sent or written here.
 */
@NullMarked
package io.vidgen.internal.routing;

import org.jspecify.annotations.NullMarked;
