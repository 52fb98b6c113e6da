package io.vidgen.internal.narrated;

import io.vidgen.internal.discovery.Candidates;
import io.vidgen.ledger.Ledger;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.VideoComposer;

/**
 * What a narrated video is made with.
 *
 * @param speech voices
 * @param images picture makers
 * @param composer puts everything together
 * @param ledger where purchases are
 */
public record Toolbox(
    Candidates<SpeechProvider> speech,
    Candidates<ImageProvider> images,
    VideoComposer composer,
    Ledger ledger) {}
