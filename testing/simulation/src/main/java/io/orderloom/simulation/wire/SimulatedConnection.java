package io.orderloom.simulation.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A connection that leads to a server in the same world. */
final class SimulatedConnection extends HttpURLConnection {
    private final Server server;
    private final Map<String, String> headers = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable HttpReply reply;

    /** The server at the other end. */
    interface Server {
        /**
         * @throws IOException if no answer comes
         */
        HttpReply post(Map<String, String> headers, String body) throws IOException;
    }

    SimulatedConnection(URL url, Server server) {
        super(url);
        this.server = server;
    }

    @Override
    public void setRequestProperty(String name, String value) {
        headers.put(name.toLowerCase(Locale.ROOT), value);
    }

    @Override
    public OutputStream getOutputStream() {
        return body;
    }

    @Override
    public int getResponseCode() throws IOException {
        return reply().status();
    }

    @Override
    public @Nullable String getHeaderField(@Nullable String name) {
        var known = reply;
        return known == null || name == null
                ? null
                : known.headers().get(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public long getContentLengthLong() {
        return Optional.ofNullable(reply).map(known -> known.body().length()).orElse(0);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new ByteArrayInputStream(reply().body().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable InputStream getErrorStream() {
        return Optional.ofNullable(reply)
                .map(known -> known.body().getBytes(StandardCharsets.UTF_8))
                .map(ByteArrayInputStream::new)
                .orElse(null);
    }

    private HttpReply reply() throws IOException {
        var known = reply;
        if (known == null) {
            known = server.post(headers, body.toString(StandardCharsets.UTF_8));
            reply = known;
        }
        return known;
    }

    @Override
    public void connect() {}

    @Override
    public void disconnect() {}

    @Override
    public boolean usingProxy() {
        return false;
    }
}
