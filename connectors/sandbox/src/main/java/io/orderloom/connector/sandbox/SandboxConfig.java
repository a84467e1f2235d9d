package io.orderloom.connector.sandbox;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The address of the sandbox ERP. */
@ConfigMapping(prefix = "erp.sandbox")
public interface SandboxConfig {

    Optional<String> url();

    Optional<String> token();
}
