package io.orderloom.embedded.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import graphql.ExecutionInput;
import graphql.GraphQL;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.http.Exchanges;
import io.orderloom.embedded.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * The demo shop's GraphQL Admin API, only for refunds. It gives money back once for each
 * idempotency key, keeps that on disk, and rejects what Shopify rejects.
 */
public final class ShopifyAdminSandbox implements AutoCloseable {
    private static final int LARGEST_BODY = 1024 * 1024;

    /** The address to which a program that plays the shop posts the webhooks that it sent. */
    private static final String SENT = "/sandbox/sent";

    private static final String PATH = "/admin/api/2026-10/graphql.json";

    private final ShopBooks books;
    private final byte[] token;
    private final Queue<AdminFault> faults = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final LoopbackServer server;
    private @Nullable GraphQL graphQl;

    /**
     * @param file the shop's refunds; made when missing
     * @param port 0 for any free one
     * @param token the access token that clients must send
     */
    public ShopifyAdminSandbox(int port, Path file, String token) throws IOException {
        this.books = new ShopBooks(file);
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.server = LoopbackServer.start(port, this::handle);
    }

    /** The shop's address, below which its API is. */
    public URI address() {
        return server.address();
    }

    /** Records an order whose money may have to be given back. */
    public void know(ShopOrder order) {
        books.know(order);
    }

    /** Records the order of a webhook that the shop sent, if the shop cancelled it. */
    public void sent(byte[] webhook) {
        StackJson.parse(webhook).flatMap(ShopOrder::cancelled).ifPresent(books::know);
    }

    /** All refunds, in the order in which they were made. */
    public List<ShopRefund> refunds() {
        return books.refunds();
    }

    /**
     * @param order the order's id
     */
    public List<ShopRefund> refunds(String order) {
        return books.refunds(order);
    }

    /** Removes the faults that have not happened yet. */
    public void behave() {
        faults.clear();
    }

    /** The next {@code times} refunds fail in this way; faults queue up. */
    public void failNext(int times, AdminFault fault) {
        for (int i = 0; i < times; i++) {
            faults.add(fault);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.close();
        books.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = Exchanges.body(exchange, LARGEST_BODY);
        var request = body.flatMap(StackJson::parse);
        if (exchange.getRequestURI().getPath().equals(SENT) && authorized(exchange)) {
            body.ifPresent(this::sent);
            Exchanges.json(exchange, 200, StackJson.object());
        } else if (!exchange.getRequestURI().getPath().equals(PATH)) {
            error(exchange, 404, "Not Found");
        } else if (!authorized(exchange)) {
            error(exchange, 401, "Invalid API key or access token");
        } else if (request.isEmpty()) {
            error(exchange, 400, "Bad Request");
        } else if (request.get().path("query").asText().contains("refundCreate")) {
            refund(exchange, request.get());
        } else {
            Exchanges.json(exchange, 200, execute(request.get()));
        }
    }

    private void refund(HttpExchange exchange, JsonNode request) throws IOException {
        switch (Optional.ofNullable(faults.poll()).orElse(new AdminFault.None())) {
            case AdminFault.None() -> Exchanges.json(exchange, 200, execute(request));
            case AdminFault.Unavailable() -> error(exchange, 503, "Service Unavailable");
            case AdminFault.Throttled(var restored) ->
                    Exchanges.json(exchange, 200, QueryCost.throttled(restored));
            case AdminFault.BrokenAfterRefund() -> {
                execute(request);
                error(exchange, 500, "Internal Server Error");
            }
            case AdminFault.SilentAfterRefund() -> {
                execute(request);
                fallSilent();
            }
        }
    }

    private JsonNode execute(JsonNode request) {
        var result =
                graphQl()
                        .execute(
                                ExecutionInput.newExecutionInput()
                                        .query(request.path("query").asText())
                                        .variables(StackJson.map(request.path("variables"))));
        var answer = new HashMap<>(result.toSpecification());
        answer.put("extensions", Map.of("cost", QueryCost.ofAFullBucket()));
        return StackJson.value(answer);
    }

    /** Made when it is needed, because most runs give nothing back and start faster without it. */
    private synchronized GraphQL graphQl() {
        var made = graphQl;
        if (made == null) {
            made = AdminSchema.over(books);
            graphQl = made;
        }
        return made;
    }

    private boolean authorized(HttpExchange exchange) {
        var given = Exchanges.header(exchange, "X-Shopify-Access-Token").orElse("");
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token);
    }

    private void fallSilent() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void error(HttpExchange exchange, int status, String message)
            throws IOException {
        Exchanges.json(exchange, status, StackJson.object().put("errors", message));
    }
}
