package io.orderloom.connector.webhook;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;

/**
 * The connection to a subscriber. An implementation does not change the content or its signature.
 */
public interface WebhookLink {
    WebhookLink HTTP = url -> (HttpURLConnection) url.openConnection();

    HttpURLConnection to(URL url) throws IOException;
}
