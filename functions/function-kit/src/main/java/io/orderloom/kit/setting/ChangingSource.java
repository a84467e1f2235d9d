package io.orderloom.kit.setting;

import org.eclipse.microprofile.config.spi.ConfigSource;

/** A source of configuration whose values may change while the function runs. */
public interface ChangingSource extends ConfigSource {
    /** Equal to an earlier version exactly if the source still says the same. */
    Object version();
}
