/**
 * Checks what went over the wire against a vendor's OpenAPI document. Needs {@code
 * com.networknt:json-schema-validator} on the test path, which this kit does not bring along.
 */
@NullMarked
package io.vidgen.testkit.openapi;

import org.jspecify.annotations.NullMarked;
