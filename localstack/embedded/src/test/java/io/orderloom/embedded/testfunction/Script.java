package io.orderloom.embedded.testfunction;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.http.Exchanges;
import io.orderloom.embedded.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;

/** Tells the test function what to do with each message, and records each call. */
public final class Script implements AutoCloseable {
    public static final String OK = "ok";
    public static final String FAIL = "fail";
    public static final String THROW = "throw";

    /** The process ends at once, without an answer. */
    public static final String EXIT = "exit";

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final List<Call> calls = new ArrayList<>();
    private volatile Function<Call, String> instructions = _ -> OK;
    private final LoopbackServer server = LoopbackServer.startAnywhere(this::handle);

    /** One event that the function received: a message, or an HTTP request. */
    public record Call(String function, long pid, JsonNode event) {
        public String body() {
            return event.path("body").asText();
        }

        public int receiveCount() {
            return event.path("attributes").path("ApproximateReceiveCount").asInt();
        }

        public String queue() {
            return event.path("eventSourceARN").asText();
        }

        public String group() {
            return event.path("attributes").path("MessageGroupId").asText();
        }
    }

    public URI address() {
        return server.address();
    }

    /** Uses the instructions from now on, and forgets earlier calls. */
    public void tell(Function<Call, String> newInstructions) {
        lock.lock();
        try {
            calls.clear();
            instructions = newInstructions;
        } finally {
            lock.unlock();
        }
    }

    public List<Call> calls() {
        lock.lock();
        try {
            return List.copyOf(calls);
        } finally {
            lock.unlock();
        }
    }

    public boolean await(Predicate<List<Call>> predicate, Duration patience)
            throws InterruptedException {
        var left = patience.toNanos();
        lock.lock();
        try {
            while (!predicate.test(List.copyOf(calls))) {
                if (left <= 0) {
                    return false;
                }
                left = more.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var question = StackJson.parse(Exchanges.body(exchange)).orElseThrow();
        var call =
                new Call(
                        question.path("function").asText(),
                        question.path("pid").asLong(),
                        question.path("event"));
        lock.lock();
        try {
            calls.add(call);
            more.signalAll();
        } finally {
            lock.unlock();
        }
        var instruction = instructions.apply(call);
        Exchanges.bytes(exchange, 200, instruction.getBytes(StandardCharsets.UTF_8));
    }
}
