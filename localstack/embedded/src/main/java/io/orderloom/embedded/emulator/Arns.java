package io.orderloom.embedded.emulator;

import io.orderloom.embedded.common.LocalAws;
import io.orderloom.topology.Function;

/** The ARNs that AWS would give. */
public final class Arns {
    private Arns() {}

    public static String queue(String name) {
        return "arn:aws:sqs:%s:%s:%s".formatted(LocalAws.REGION, LocalAws.ACCOUNT, name);
    }

    public static String function(Function function) {
        return "arn:aws:lambda:%s:%s:function:%s"
                .formatted(LocalAws.REGION, LocalAws.ACCOUNT, function.functionName());
    }
}
