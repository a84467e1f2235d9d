package io.orderloom.embedded.lambda;

import java.time.Instant;

/** Makes trace headers in X-Ray's form. */
final class Traces {
    private Traces() {}

    static String header(String invocationId) {
        var hex = invocationId.replace("-", "");
        return "Root=1-%08x-%s;Parent=%s;Sampled=0"
                .formatted(Instant.now().getEpochSecond(), hex.substring(0, 24), hex.substring(16));
    }
}
