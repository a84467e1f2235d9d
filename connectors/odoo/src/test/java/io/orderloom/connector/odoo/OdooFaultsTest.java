package io.orderloom.connector.odoo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.orderloom.fault.Fault;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The client's interpretation of an answer, or of none, by a real server on loopback. */
@QuarkusTest
class OdooFaultsTest {
    private static final Call READ = Call.searchRead("sale.order", List.of(), List.of("name"));
    private static final Call WRITE = Call.on("sale.order", 7, "action_confirm", Map.of());

    /** The server's answer to a request. */
    private interface Script {
        void answer(HttpExchange exchange) throws IOException;
    }

    private static Script status(int status, String body) {
        return exchange -> {
            exchange.sendResponseHeaders(status, body.length());
            exchange.getResponseBody().write(body.getBytes(UTF_8));
        };
    }

    private static Script raised(int status, String name) {
        return status(status, "{\"name\": \"%s\", \"message\": \"because\"}".formatted(name));
    }

    private static CallResult<JsonNode> call(Call call, Script script) throws IOException {
        return call(call, script, settings -> settings);
    }

    private static CallResult<JsonNode> call(
            Call call, Script script, UnaryOperator<OdooSettings> settings) throws IOException {
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(
                "/",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    script.answer(exchange);
                    exchange.close();
                });
        server.start();
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort();
            return new OdooClient(settings.apply(OdooInstance.at(url)), new HttpOdooLink())
                    .call(call);
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    private static Fault fault(Call call, Script script) throws IOException {
        return fault(call(call, script));
    }

    private static Fault fault(CallResult<JsonNode> answer) {
        return switch (answer) {
            case CallResult.Missed<JsonNode>(var fault) -> fault;
            case CallResult.Given<JsonNode>(var value) ->
                    throw new AssertionError(value.toString());
        };
    }

    @Test
    void a_call_is_one_post_with_named_arguments_the_key_and_the_database() throws Exception {
        var answer =
                call(
                        WRITE,
                        exchange -> {
                            var heard =
                                    "[\"%s %s\", \"%s\", \"%s\"]"
                                            .formatted(
                                                    exchange.getRequestMethod(),
                                                    exchange.getRequestURI(),
                                                    exchange.getRequestHeaders()
                                                            .getFirst("Authorization"),
                                                    exchange.getRequestHeaders()
                                                            .getFirst("X-Odoo-Database"));
                            status(200, heard).answer(exchange);
                        });

        assertThat(answer)
                .asInstanceOf(type(CallResult.Given.class))
                .extracting(given -> given.value().toString())
                .isEqualTo("[\"POST /json/2/sale.order/action_confirm\",\"bearer key\",\"books\"]");
    }

    @ParameterizedTest
    @CsvSource({"401, werkzeug.exceptions.Unauthorized", "403, odoo.exceptions.AccessError"})
    void a_key_or_a_right_that_is_missing_is_a_matter_of_authorization(int status, String name)
            throws Exception {
        assertThat(fault(WRITE, raised(status, name))).isInstanceOf(Fault.Unauthorized.class);
    }

    @ParameterizedTest
    @CsvSource({
        "500, psycopg2.errors.SerializationFailure",
        "500, psycopg2.errors.DeadlockDetected",
        "500, odoo.exceptions.ConcurrencyError",
        "409, odoo.exceptions.LockError"
    })
    void a_transaction_that_lost_to_another_may_simply_be_repeated(int status, String name)
            throws Exception {
        assertThat(fault(WRITE, raised(status, name))).isInstanceOf(Fault.Transient.class);
    }

    @ParameterizedTest
    @CsvSource({
        "422, odoo.exceptions.UserError, user_error",
        "422, odoo.exceptions.ValidationError, validation_error",
        "404, werkzeug.exceptions.NotFound, not_found",
        "500, builtins.ValueError, value_error"
    })
    void an_exception_of_odoo_is_a_refusal_named_after_its_type(
            int status, String name, String reason) throws Exception {
        assertThat(fault(WRITE, raised(status, name)))
                .isEqualTo(
                        new Fault.Rejected(
                                reason,
                                "sale.order/action_confirm",
                                "sale.order/action_confirm: because"));
    }

    @Test
    void a_record_that_is_gone_is_a_conflict() throws Exception {
        assertThat(fault(WRITE, raised(404, "odoo.exceptions.MissingError")))
                .isInstanceOf(Fault.Conflict.class);
    }

    @ParameterizedTest
    @CsvSource({"429, 7, 7", "503, 30, 30", "429, , 5"})
    void a_rate_limit_of_odoo_is_waited_out_as_long_as_it_asks_for(
            int status, String retryAfter, long seconds) throws Exception {
        var fault =
                fault(
                        READ,
                        exchange -> {
                            if (retryAfter != null) {
                                exchange.getResponseHeaders().set("Retry-After", retryAfter);
                            }
                            status(status, "busy").answer(exchange);
                        });

        assertThat(fault)
                .asInstanceOf(type(Fault.RateLimited.class))
                .extracting(Fault.RateLimited::retryAfter)
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"502, bad gateway", "504, gateway time-out", "200, <html>"})
    void an_answer_that_is_not_odoos_leaves_a_write_in_doubt_and_a_read_to_repeat(
            int status, String body) throws Exception {
        assertThat(fault(WRITE, status(status, body))).isInstanceOf(Fault.InDoubt.class);
        assertThat(fault(READ, status(status, body))).isInstanceOf(Fault.Transient.class);
    }

    @Test
    void an_address_where_no_odoo_answers_is_refused() throws Exception {
        assertThat(fault(READ, status(404, "no such page")))
                .asInstanceOf(type(Fault.Rejected.class))
                .extracting(Fault.Rejected::reason)
                .isEqualTo("no_odoo");
    }

    @Test
    void no_answer_in_time_leaves_a_write_in_doubt_and_a_read_to_repeat() throws Exception {
        Script silence =
                _ -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException end) {
                        Thread.currentThread().interrupt();
                    }
                };

        var write = call(WRITE, silence, OdooInstance::impatient);
        var read = call(READ, silence, OdooInstance::impatient);

        assertThat(fault(write)).isInstanceOf(Fault.InDoubt.class);
        assertThat(fault(read)).isInstanceOf(Fault.Transient.class);
    }

    @Test
    void a_call_that_was_never_sent_is_transient() throws Exception {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        var answer =
                new OdooClient(OdooInstance.at("http://127.0.0.1:" + free), new HttpOdooLink())
                        .call(WRITE);

        assertThat(answer)
                .isEqualTo(CallResult.missed(new Fault.Transient("no connection to Odoo")));
    }
}
