package io.orderloom.subscriber.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * HTTP POST over kept-alive connections; knows no event. Where a kept connection turns out to be
 * closed, the JDK sends once more by itself: harmless, as the id is the same.
 */
final class WebhookClient {
    /**
     * Answers are read to their end, unseen, so that the connection can be kept; longer ones not.
     */
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final Duration connectTimeout;
    private final Duration readTimeout;

    WebhookClient(Duration connectTimeout, Duration readTimeout) {
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
    }

    record Reply(int status, Optional<String> retryAfter) {}

    Reply post(URL url, String contentType, Map<String, String> headers, byte[] body)
            throws IOException {
        var connection = (HttpURLConnection) url.openConnection();
        connection.setConnectTimeout((int) connectTimeout.toMillis());
        connection.setReadTimeout((int) readTimeout.toMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("content-type", contentType);
        connection.setRequestProperty("user-agent", "Orderloom");
        headers.forEach(connection::setRequestProperty);
        try (var out = connection.getOutputStream()) {
            out.write(body);
        }
        int status = connection.getResponseCode();
        if (status < 0) {
            connection.disconnect();
            throw new IOException("the answer is not HTTP");
        }
        var retryAfter = Optional.ofNullable(connection.getHeaderField("retry-after"));
        finish(connection, status);
        return new Reply(status, retryAfter.map(String::strip));
    }

    /** The status is the answer: nothing that happens to the rest of it changes that. */
    private void finish(HttpURLConnection connection, int status) {
        boolean whole;
        try (var answer =
                status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            whole = readToEnd(answer);
        } catch (IOException _) {
            whole = false;
        }
        if (!whole) {
            connection.disconnect();
        }
    }

    private boolean readToEnd(@Nullable InputStream answer) throws IOException {
        if (answer == null) {
            return true;
        }
        // A time-out holds for each read only: without an end, a trickle could hold up the others.
        long end = System.nanoTime() + readTimeout.toNanos();
        var buffer = new byte[4096];
        int total = 0;
        while (total < LONGEST_ANSWER && System.nanoTime() - end < 0) {
            int count = answer.read(buffer);
            if (count < 0) {
                return true;
            }
            total += count;
        }
        return false;
    }
}
