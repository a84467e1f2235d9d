package io.orderloom.embedded;

/**
 * The ports of the parts; 0 is any free port.
 *
 * @param http the door
 * @param shop the demo shop's own API
 */
public record Ports(int http, int sqs, int dynamodb, int erp, int subscriber, int shop) {

    public static final Ports DEFAULT = new Ports(8080, 9324, 8000, 8069, 8090, 8091);

    /** Free ports, so that tests never collide. */
    public static final Ports ANY = new Ports(0, 0, 0, 0, 0, 0);

    public Ports withHttp(int port) {
        return new Ports(port, sqs, dynamodb, erp, subscriber, shop);
    }

    public Ports withSqs(int port) {
        return new Ports(http, port, dynamodb, erp, subscriber, shop);
    }

    public Ports withDynamodb(int port) {
        return new Ports(http, sqs, port, erp, subscriber, shop);
    }

    public Ports withErp(int port) {
        return new Ports(http, sqs, dynamodb, port, subscriber, shop);
    }

    public Ports withSubscriber(int port) {
        return new Ports(http, sqs, dynamodb, erp, port, shop);
    }

    public Ports withShop(int port) {
        return new Ports(http, sqs, dynamodb, erp, subscriber, port);
    }
}
