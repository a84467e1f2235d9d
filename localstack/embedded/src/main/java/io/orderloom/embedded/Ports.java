package io.orderloom.embedded;

/**
 * Where each part listens; 0 is any free port.
 *
 * @param http the door
 */
public record Ports(int http, int sqs, int dynamodb, int erp, int subscriber) {

    public static final Ports DEFAULT = new Ports(8080, 9324, 8000, 8069, 8090);

    /** For tests, which must never meet each other. */
    public static final Ports ANY = new Ports(0, 0, 0, 0, 0);

    public Ports withHttp(int port) {
        return new Ports(port, sqs, dynamodb, erp, subscriber);
    }

    public Ports withSqs(int port) {
        return new Ports(http, port, dynamodb, erp, subscriber);
    }

    public Ports withDynamodb(int port) {
        return new Ports(http, sqs, port, erp, subscriber);
    }

    public Ports withErp(int port) {
        return new Ports(http, sqs, dynamodb, port, subscriber);
    }

    public Ports withSubscriber(int port) {
        return new Ports(http, sqs, dynamodb, erp, port);
    }
}
