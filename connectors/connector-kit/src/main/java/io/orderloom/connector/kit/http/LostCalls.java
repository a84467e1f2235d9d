package io.orderloom.connector.kit.http;

import java.net.ConnectException;
import java.net.UnknownHostException;

/** Classifies calls that were not answered. */
public final class LostCalls {
    private LostCalls() {}

    /**
     * Whether the request was never sent and so can be sent again. A call that was sent and not
     * answered is in doubt.
     */
    public static boolean neverSent(Throwable lost) {
        for (Throwable cause = lost; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }
}
