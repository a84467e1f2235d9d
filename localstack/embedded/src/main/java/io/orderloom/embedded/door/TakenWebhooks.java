package io.orderloom.embedded.door;

/** Is called for each webhook that is about to be answered with 202. */
@FunctionalInterface
public interface TakenWebhooks {

    /**
     * @param channelInstance from the webhook's path
     */
    void taken(String channelInstance, byte[] body);
}
