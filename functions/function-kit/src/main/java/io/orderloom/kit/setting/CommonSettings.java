package io.orderloom.kit.setting;

import io.orderloom.topology.Function;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings that all functions have. */
@ConfigMapping(prefix = "orderloom")
public interface CommonSettings {
    /** The function itself; its package says it, and no deployment changes it. */
    Function function();

    /** The stage, as metrics name it. */
    @WithDefault("local")
    String stage();

    /**
     * The longest that a call of another system can last: no less than the function's time limit.
     */
    @WithDefault("65s")
    Duration lease();

    /** How long an instance uses slots of an ERP's account before it asks again. */
    @WithDefault("30s")
    Duration slotsKept();

    /**
     * The time until which other systems may have done work that the table does not show because it
     * was restored from a backup; an ISO 8601 instant.
     */
    Optional<String> lookFirstUntil();
}
