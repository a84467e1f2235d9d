package io.orderloom.connector.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * HTTP POST over kept-alive connections; knows nothing of events. If a kept connection turns out to
 * be closed, the JDK sends once more by itself, which is harmless, as the id is the same.
 *
 * <p>A read time-out holds for each read only, so an answer of a byte a second never reaches it. A
 * caller that limits the whole call makes it on a virtual thread and interrupts that: the JDK then
 * closes the connection.
 */
final class WebhookClient {
    /**
     * Answers are read to their end and discarded, so that the connection can be kept; longer ones
     * are not.
     */
    private static final int LONGEST_ANSWER = 64 * 1024;

    /** Reading the rest of an answer may take no more time than a new connection costs. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);

    private final Duration connectTimeout;
    private final Duration readTimeout;
    private final WebhookLink link;

    WebhookClient(Duration connectTimeout, Duration readTimeout, WebhookLink link) {
        this.link = link;
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
    }

    record Reply(int status, Optional<String> retryAfter) {}

    Reply post(URL url, String contentType, Map<String, String> headers, byte[] body)
            throws IOException {
        var connection = link.to(url);
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

    /** Only the status counts: errors in the rest of the answer do not change the result. */
    private static void finish(HttpURLConnection connection, int status) {
        if (status == HttpURLConnection.HTTP_NO_CONTENT || connection.getContentLengthLong() == 0) {
            drain(connection, status);
            return;
        }
        var reading = Thread.ofVirtual().name("drain").start(() -> drain(connection, status));
        try {
            if (!reading.join(LONGEST_REST)) {
                reading.interrupt();
            }
        } catch (InterruptedException _) {
            reading.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private static void drain(HttpURLConnection connection, int status) {
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

    private static boolean readToEnd(@Nullable InputStream answer) throws IOException {
        if (answer == null) {
            return true;
        }
        var buffer = new byte[4096];
        int total = 0;
        while (total < LONGEST_ANSWER) {
            int count = answer.read(buffer);
            if (count < 0) {
                return true;
            }
            total += count;
        }
        return false;
    }
}
