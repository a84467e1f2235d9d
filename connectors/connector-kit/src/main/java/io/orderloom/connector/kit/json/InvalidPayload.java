package io.orderloom.connector.kit.json;

/** A payload breaks its contract; the path names the place. Never leaves the connector. */
public final class InvalidPayload extends RuntimeException {
    private final String path;

    public InvalidPayload(String path, String reason) {
        super(reason, null, false, false);
        this.path = path;
    }

    public String path() {
        return path;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
