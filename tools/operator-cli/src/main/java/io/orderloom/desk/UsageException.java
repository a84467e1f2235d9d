package io.orderloom.desk;

/** A mistake that the person can correct; the message explains how. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
