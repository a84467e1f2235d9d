package io.orderloom.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the door. */
@ConfigMapping(prefix = "orderloom.intake")
interface IntakeSettings {
    /** The largest body that is taken, in bytes before it is encoded. */
    @WithDefault("4194304")
    int largestBody();
}
