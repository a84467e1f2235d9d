package io.orderloom.embedded.lambda;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.emulator.Arns;
import io.orderloom.embedded.http.Exchanges;
import io.orderloom.embedded.http.LoopbackServer;
import io.orderloom.topology.Function;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The Runtime API of one process. Source: "Building a custom runtime", AWS Lambda developer guide.
 */
final class RuntimeApi implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime/";
    private static final String NEXT = ROOT + "invocation/next";
    private static final String INVOCATION = ROOT + "invocation/";
    private static final String INIT_ERROR = ROOT + "init/error";

    private final Function function;
    private final Duration timeout;
    private final Work work;
    private final LoopbackServer server;

    RuntimeApi(Function function, Duration timeout, Work work) {
        this.function = function;
        this.timeout = timeout;
        this.work = work;
        this.server = LoopbackServer.startAnywhere(this::handle);
    }

    /** Gives a process its invocations and takes their outcomes. */
    interface Work {
        /** Waits for the next invocation; empty when the process has ended. */
        Optional<Invocation> next() throws InterruptedException;

        /** The invocation never reached the process. */
        void undelivered(Invocation invocation);

        /** Returns false when the process was not handling an invocation of that id. */
        boolean ended(String id, InvocationOutcome outcome);

        /** The process will exit now. */
        void initialisationFailed(String error);
    }

    /** Host and port in the form of {@code AWS_LAMBDA_RUNTIME_API}. */
    String hostAndPort() {
        return "127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.equals(NEXT)) {
            next(exchange);
        } else if (path.equals(INIT_ERROR)) {
            work.initialisationFailed(error(exchange));
            Exchanges.json(exchange, 202, StackJson.object().put("status", "OK"));
        } else if (path.startsWith(INVOCATION) && path.endsWith("/response")) {
            var body = Exchanges.body(exchange);
            end(exchange, id(path, "/response"), new InvocationOutcome.Answered(body));
        } else if (path.startsWith(INVOCATION) && path.endsWith("/error")) {
            end(exchange, id(path, "/error"), new InvocationOutcome.Failed(error(exchange)));
        } else {
            Exchanges.json(exchange, 404, StackJson.object().put("errorType", "NotFound"));
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        try {
            var next = work.next();
            if (next.isPresent()) {
                deliver(exchange, next.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(HttpExchange exchange, Invocation invocation) throws IOException {
        var headers = exchange.getResponseHeaders();
        describe(headers, invocation);
        try {
            Exchanges.bytes(exchange, 200, invocation.payload());
        } catch (IOException e) {
            work.undelivered(invocation);
            throw e;
        }
    }

    private void describe(Headers headers, Invocation invocation) {
        headers.set("content-type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
        headers.set(
                "Lambda-Runtime-Deadline-Ms",
                Long.toString(Instant.now().plus(timeout).toEpochMilli()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", Arns.function(function));
        headers.set("Lambda-Runtime-Trace-Id", Traces.header(invocation.id()));
    }

    private void end(HttpExchange exchange, String id, InvocationOutcome outcome)
            throws IOException {
        if (work.ended(id, outcome)) {
            Exchanges.json(exchange, 202, StackJson.object().put("status", "OK"));
        } else {
            Exchanges.json(exchange, 400, StackJson.object().put("errorType", "InvalidRequestID"));
        }
    }

    private static String id(String path, String suffix) {
        return path.substring(INVOCATION.length(), path.length() - suffix.length());
    }

    /** Type and message of a function's error; never its payload. */
    private static String error(HttpExchange exchange) throws IOException {
        var report = StackJson.parse(Exchanges.body(exchange)).orElse(StackJson.object());
        var type = report.path("errorType").asText("error");
        var message = report.path("errorMessage").asText("");
        return message.isEmpty() ? type : type + ": " + message;
    }
}
