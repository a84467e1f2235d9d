package io.orderloom.embedded.common;

/** The reason why the stack can't start, in one line that states what to do; not a bug. */
public final class StartupFailure extends RuntimeException {

    public StartupFailure(String message) {
        super(message);
    }

    public StartupFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
