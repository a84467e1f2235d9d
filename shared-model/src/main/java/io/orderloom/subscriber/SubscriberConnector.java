package io.orderloom.subscriber;

import java.util.Map;

/** Delivers lifecycle events to subscribers of one kind. */
public interface SubscriberConnector {

    /** The kind by which a subscriber's settings choose it, for example {@code webhook}. */
    String kind();

    /**
     * Why a subscriber's settings can't be used, by the setting's name; empty if they can. Each
     * text names the setting and the reason, and repeats no value. Pure.
     */
    Map<String, String> check(Subscriber subscriber);

    /**
     * Prepares the delivery to a subscriber. It is called when settings change and not for each
     * event, and opens no connection.
     *
     * @param subscriber one whose settings {@link #check} has found nothing wrong with
     */
    SubscriberEndpoint open(Subscriber subscriber);
}
