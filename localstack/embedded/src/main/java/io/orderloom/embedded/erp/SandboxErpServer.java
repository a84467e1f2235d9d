package io.orderloom.embedded.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.http.Exchanges;
import io.orderloom.embedded.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An ERP small enough to start with the stack: it takes sales orders over HTTP, books each external
 * id once, keeps documents on disk, and rejects what a real ERP would reject.
 */
public final class SandboxErpServer implements AutoCloseable {
    private static final String ORDERS = "/sales-orders";
    private static final String LOAD = "/sandbox/load";
    private static final int LARGEST_BODY = 4 * 1024 * 1024;

    private final DocumentStore books;
    private final byte[] authorization;
    private final Queue<SandboxFault> faults = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();
    private final ErpLoad load = new ErpLoad();
    private volatile boolean down;
    private volatile boolean hides;
    private final Set<String> hidden = ConcurrentHashMap.newKeySet();
    private final LoopbackServer server;

    /**
     * @param file the books; made when missing
     * @param port 0 for any free one
     * @param token the bearer token that clients must send
     */
    public SandboxErpServer(Path file, int port, String token, PostingRules rules)
            throws IOException {
        this.books = new DocumentStore(rules, file);
        this.authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        this.server = LoopbackServer.start(port, this::handle);
    }

    public URI address() {
        return server.address();
    }

    /** All documents, in the order in which they were booked. */
    public List<Document> documents() {
        return books.all();
    }

    public long count(String externalId) {
        return documents().stream().filter(d -> d.order().externalId().equals(externalId)).count();
    }

    /** The next {@code times} writes fail in this way; faults queue up. */
    public void failNext(int times, SandboxFault fault) {
        for (int i = 0; i < times; i++) {
            faults.add(fault);
        }
    }

    /** Sets whether every call is answered with 503 from now on. */
    public void down(boolean whether) {
        down = whether;
    }

    /** The number of calls, successful or not, without those to its health. */
    public int calls() {
        return calls.get();
    }

    /**
     * Until {@link #behave} is called, a look-up of a document whose posting was answered with an
     * error is answered with 503, so that a posting in doubt stays in doubt.
     */
    public void keepInDoubt() {
        hides = true;
    }

    /** Removes the faults that have not happened yet, and lets all documents be looked up again. */
    public void behave() {
        faults.clear();
        hides = false;
        hidden.clear();
    }

    @Override
    public void close() {
        closing.countDown();
        server.close();
        books.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = Exchanges.body(exchange, LARGEST_BODY);
        var path = exchange.getRequestURI().getPath();
        var request = exchange.getRequestMethod() + " " + path;
        if (request.equals("GET /health")) {
            Exchanges.json(exchange, 200, StackJson.object().put("status", "UP"));
            return;
        }
        calls.incrementAndGet();
        if (down) {
            problem(exchange, 503, "unavailable", "try again");
        } else if (!authorized(exchange)) {
            problem(exchange, 401, "unauthorized", "the bearer token is missing or wrong");
        } else if (body.isEmpty()) {
            problem(exchange, 413, "too_large", "the body is too large");
        } else if (path.equals(LOAD)) {
            load(exchange, body.get());
        } else if (request.equals("GET " + ORDERS) && Exchanges.query(exchange).isEmpty()) {
            // Only tests and people read all of the books, so this is not counted as load.
            list(exchange);
        } else {
            load.during(() -> serve(exchange, request, path, body.get()));
        }
    }

    private void serve(HttpExchange exchange, String request, String path, byte[] body)
            throws IOException {
        if (request.equals("POST " + ORDERS)) {
            write(exchange, body, this::post);
        } else if (request.startsWith("POST " + ORDERS + "/") && path.endsWith("/cancel")) {
            var id = path.substring(ORDERS.length() + 1, path.length() - "/cancel".length());
            write(exchange, body, json -> cancel(id, json));
        } else if (request.equals("GET " + ORDERS)) {
            list(exchange);
        } else if (request.startsWith("GET " + ORDERS + "/")) {
            send(exchange, found(books.find(path.substring(ORDERS.length() + 1))));
        } else {
            problem(exchange, 404, "not_found", "no such address");
        }
    }

    /**
     * Answers with the duration of each call, and the most calls at once since that was set; a
     * {@code POST} sets it.
     */
    private void load(HttpExchange exchange, byte[] body) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            StackJson.parse(body)
                    .map(json -> Duration.ofMillis(json.path("milliseconds").asLong()))
                    .ifPresent(load::pace);
        }
        Exchanges.json(
                exchange,
                200,
                StackJson.object()
                        .put("milliseconds", load.pace().toMillis())
                        .put("mostAtOnce", load.mostAtOnce()));
    }

    /** An answer, sent only if no fault keeps it back. */
    private record Answer(int status, JsonNode body) {}

    /** Decides on a request and books it. */
    @FunctionalInterface
    private interface Write {
        Answer apply(JsonNode request);
    }

    private void write(HttpExchange exchange, byte[] body, Write write) throws IOException {
        var json = StackJson.parse(body);
        if (json.isEmpty()) {
            problem(exchange, 400, "bad_json", "the body is not JSON");
            return;
        }
        switch (Optional.ofNullable(faults.poll()).orElse(new SandboxFault.None())) {
            case SandboxFault.None() -> send(exchange, write.apply(json.get()));
            case SandboxFault.Unavailable() -> problem(exchange, 503, "unavailable", "try again");
            case SandboxFault.RateLimited(var after) -> {
                exchange.getResponseHeaders().set("retry-after", Long.toString(after.toSeconds()));
                problem(exchange, 429, "rate_limited", "too many requests");
            }
            case SandboxFault.BrokenAfterBooking() -> {
                var unseen = write.apply(json.get());
                if (hides) {
                    hidden.add(unseen.body().path("externalId").asText());
                }
                problem(exchange, 500, "internal", "something broke");
            }
            case SandboxFault.SilentAfterBooking() -> {
                write.apply(json.get());
                fallSilent();
            }
        }
    }

    private Answer post(JsonNode request) {
        var fields = RequestFields.of(request);
        var order = SalesOrderJson.read(fields);
        var posting =
                fields.firstProblem()
                        .<DocumentStore.Posting>map(DocumentStore.Posting.Refused::new)
                        .orElseGet(() -> books.post(order));
        return switch (posting) {
            case DocumentStore.Posting.Created(var document) -> new Answer(201, document.toJson());
            case DocumentStore.Posting.Repeated(var document) -> new Answer(200, document.toJson());
            case DocumentStore.Posting.Refused(var refusal) -> refused(refusal);
        };
    }

    private Answer cancel(String id, JsonNode request) {
        return found(books.cancel(id, request.path("reason").asText("")));
    }

    private void list(HttpExchange exchange) throws IOException {
        var externalId = Optional.ofNullable(Exchanges.query(exchange).get("externalId"));
        if (externalId.filter(hidden::contains).isPresent()) {
            problem(exchange, 503, "unavailable", "try again");
            return;
        }
        var documents =
                externalId
                        .map(id -> books.byExternalId(id).stream().toList())
                        .orElseGet(books::all);
        var json = StackJson.object();
        var array = json.putArray("documents");
        documents.forEach(document -> array.add(document.toJson()));
        Exchanges.json(exchange, 200, json);
    }

    private boolean authorized(HttpExchange exchange) {
        var given = Exchanges.header(exchange, "Authorization").orElse("");
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), authorization);
    }

    private void fallSilent() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Answer refused(DocumentRejection refusal) {
        var status = refusal.code() == DocumentRejection.Code.DUPLICATE_KEY ? 409 : 422;
        return new Answer(
                status,
                StackJson.object()
                        .put("code", refusal.code().text())
                        .put("field", refusal.field())
                        .put("message", refusal.message()));
    }

    private static Answer found(Optional<Document> document) {
        return document.map(d -> new Answer(200, d.toJson()))
                .orElseGet(() -> new Answer(404, body("not_found", "no such document")));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        Exchanges.json(exchange, answer.status(), answer.body());
    }

    private static void problem(HttpExchange exchange, int status, String code, String message)
            throws IOException {
        Exchanges.json(exchange, status, body(code, message));
    }

    private static JsonNode body(String code, String message) {
        return StackJson.object().put("code", code).put("message", message);
    }
}
