package io.vidgen.spi;

/**
 * What a provider is asked for. A record; its canonical form, which fingerprints are made of, is
 * JSON with sorted names that leaves out null, empty, {@code false} and primitive zero. A new
 * component must therefore mean "as before" when it is null, empty, false or zero.
 */
public sealed interface ProviderRequest
    permits AvatarRequest,
        ClipRequest,
        ImageRequest,
        LipSyncRequest,
        ScriptRequest,
        SpeechRequest,
        TranscriptionRequest {}
