package io.orderloom.connector.sandbox;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where the sandbox ERP is. */
@ConfigMapping(prefix = "erp.sandbox")
public interface SandboxConfig {

    Optional<String> url();

    Optional<String> token();
}
