package io.vidgen.sandbox.internal.limit;

import io.vidgen.sandbox.Vendor;
import io.vidgen.spi.Secret;

/**
 * What is counted together.
 *
 * @param vendor where
 * @param holder who shows this key
 * @param group what shares a limit there, such as a model; empty for everything
 */
public record Account(Vendor vendor, Secret holder, String group) {}
