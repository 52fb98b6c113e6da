package io.vidgen.rest.internal.whisper;

import java.nio.file.Path;

/**
 * One file to send.
 *
 * @param file the file
 * @param mediaType its type
 * @param extension its extension
 * @param offset seconds at which it begins in the recording
 * @param length its seconds; infinite when they are not known
 */
record Upload(Path file, String mediaType, String extension, double offset, double length) {}
