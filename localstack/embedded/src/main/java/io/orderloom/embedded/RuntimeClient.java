package io.orderloom.embedded;

import io.orderloom.embedded.common.StartupFailure;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the jars of Lambda's Java runtime client, which are beside the stack's own classes. */
final class RuntimeClient {
    private RuntimeClient() {}

    static Path directory() {
        var home = home();
        for (var parent = home.getParent(); parent != null; parent = parent.getParent()) {
            var jars = parent.resolve("ric");
            if (Files.isDirectory(jars)) {
                return jars;
            }
        }
        throw new StartupFailure(
                "no directory ric with the runtime client beside %s; build the stack first"
                        .formatted(home));
    }

    /** The directory or jar that holds the stack's own classes. */
    private static Path home() {
        try {
            return Path.of(
                    RuntimeClient.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
