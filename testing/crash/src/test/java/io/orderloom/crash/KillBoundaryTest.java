package io.orderloom.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.embedded.http.ProxyHook.Service;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KillBoundaryTest {

    @ParameterizedTest
    @CsvSource({
        "RUNTIME, GET, /2018-06-01/runtime/invocation/next, RECEIVE",
        "RUNTIME, POST, /2018-06-01/runtime/invocation/1/response, ACKNOWLEDGE",
        "SQS, POST, SendMessageBatch, SEND",
        "SQS, POST, ChangeMessageVisibilityBatch, POSTPONE",
        "DYNAMODB, POST, BatchGetItem, READ",
        "DYNAMODB, POST, TransactWriteItems, COMMIT",
        "DYNAMODB, POST, PutItem, KEEP",
        "ERP, GET, /sales-orders, ERP_LOOK_UP",
        "ERP, POST, /sales-orders, ERP_WRITE",
        "SUBSCRIBER, POST, /events, TELL"
    })
    void each_effect_is_recognized_by_its_request(
            Service service, String method, String action, KillBoundary boundary) {
        assertThat(KillBoundary.of(service, method, action, new byte[0])).contains(boundary);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"sk\":{\"S\":\"STATE\"}}', COMMIT",
        "'{\"sk\":{\"S\":\"TASK#erp-post#1\"}}', CLAIM",
        "'{\"pk\":{\"S\":\"REF#sandbox#account\"}}', ACCOUNT",
        "'{\"sk\":{\"S\":\"EXCEPTION#x\"}}', KEEP"
    })
    void a_write_is_recognized_by_the_item_that_it_writes(String body, KillBoundary boundary) {
        assertThat(of(Service.DYNAMODB, "PutItem", body)).contains(boundary);
    }

    @Test
    void a_refund_is_distinguished_from_its_look_up() {
        assertThat(of(Service.SHOP, "/admin", "mutation { refundCreate }"))
                .contains(KillBoundary.REFUND);
        assertThat(of(Service.SHOP, "/admin", "query { order }"))
                .contains(KillBoundary.REFUND_LOOK_UP);
    }

    @Test
    void requests_of_health_checks_are_no_effects() {
        assertThat(of(Service.DYNAMODB, "DescribeTable", "{}")).isEmpty();
        assertThat(of(Service.SQS, "GetQueueAttributes", "{}")).isEmpty();
    }

    private static Optional<KillBoundary> of(Service service, String action, String body) {
        return KillBoundary.of(service, "POST", action, body.getBytes(StandardCharsets.UTF_8));
    }
}
