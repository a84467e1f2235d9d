package io.orderloom.simulation.wire;

import jakarta.ws.rs.ProcessingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;

/** The exceptions that the generated REST clients throw if no answer comes. */
public final class Lost {
    private Lost() {}

    /** The request was never sent. */
    public static ProcessingException refused() {
        return new ProcessingException(new ConnectException("simulated: connection refused"));
    }

    /** The request was sent, and its result is unknown. */
    public static ProcessingException silent() {
        return new ProcessingException(new SocketTimeoutException("simulated: no answer"));
    }
}
