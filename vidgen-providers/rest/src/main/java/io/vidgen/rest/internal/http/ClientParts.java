package io.vidgen.rest.internal.http;

import java.time.InstantSource;
import okhttp3.OkHttpClient;

/** What a client is made of. */
record ClientParts(
    ClientLimits limits,
    Exchange exchange,
    Failures failures,
    SubmitPace pace,
    Downloader downloader,
    Downloader ownDownloader,
    OkHttpClient submits,
    OkHttpClient asks,
    InstantSource clock) {}
