package io.orderloom.simulation.wire;

import jakarta.ws.rs.ProcessingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;

/** What the generated REST clients throw where nothing comes back. */
public final class Lost {
    private Lost() {}

    /** Nothing was sent. */
    public static ProcessingException refused() {
        return new ProcessingException(new ConnectException("simulated: connection refused"));
    }

    /** Nobody knows what became of what was sent. */
    public static ProcessingException silent() {
        return new ProcessingException(new SocketTimeoutException("simulated: no answer"));
    }
}
