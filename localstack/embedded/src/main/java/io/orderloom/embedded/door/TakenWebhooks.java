package io.orderloom.embedded.door;

/** A listener for webhooks that are about to be answered with 202. */
@FunctionalInterface
public interface TakenWebhooks {

    /**
     * @param channelInstance from the webhook's path
     */
    void taken(String channelInstance, byte[] body);
}
