package io.orderloom.connector.kit.http;

import java.net.ConnectException;
import java.net.UnknownHostException;

/** A call that was not answered. */
public final class LostCalls {
    private LostCalls() {}

    /** Such a call can be sent again; one that was sent and not answered is in doubt. */
    public static boolean neverSent(Throwable lost) {
        for (Throwable cause = lost; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }
}
