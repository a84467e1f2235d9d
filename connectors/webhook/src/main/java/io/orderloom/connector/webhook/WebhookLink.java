package io.orderloom.connector.webhook;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;

/** How a subscriber is reached: what is below has no part in what is said, or in its signature. */
public interface WebhookLink {
    WebhookLink HTTP = url -> (HttpURLConnection) url.openConnection();

    HttpURLConnection to(URL url) throws IOException;
}
