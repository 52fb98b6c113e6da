package io.vidgen.rest.internal.http;

/** What a client is made of. */
record ClientParts(String provider) {}
