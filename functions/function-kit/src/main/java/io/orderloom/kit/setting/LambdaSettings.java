package io.orderloom.kit.setting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Settings that Lambda makes for each instance of a function (AWS Lambda Developer Guide, "Defined
 * runtime environment variables").
 */
@ConfigMapping(prefix = "aws.lambda")
public interface LambdaSettings {
    /** The log stream, of which each instance has its own; elsewhere all have the same name. */
    @WithDefault("local")
    String logStreamName();
}
