package io.orderloom.maintenance.sweep;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the sweeps. */
@ConfigMapping(prefix = "orderloom")
public interface SweepSettings {
    /** How long something is due before its message counts as lost and is sent again. */
    @WithDefault("30m")
    Duration dueAfter();

    /** ISO 4217 codes for which money at risk is reported even if it is zero. */
    Optional<List<String>> currencies();
}
