package io.orderloom.container;

/** The container image of LocalStack. */
final class Image {
    /** The last tag that starts without an account token; {@code compose.yaml} has the same. */
    static final String PINNED = "localstack/localstack:4.14.0";

    private Image() {}
}
