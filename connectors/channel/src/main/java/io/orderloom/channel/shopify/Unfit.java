package io.orderloom.channel.shopify;

/** A payload that breaks its contract; carries the place. Never leaves the package. */
final class Unfit extends RuntimeException {
    private final String path;

    Unfit(String path, String reason) {
        super(reason, null, false, false);
        this.path = path;
    }

    String path() {
        return path;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
