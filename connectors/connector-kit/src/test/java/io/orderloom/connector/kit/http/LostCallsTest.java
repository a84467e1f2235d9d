package io.orderloom.connector.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class LostCallsTest {
    @Test
    void a_call_without_a_connection_was_never_sent() {
        assertThat(LostCalls.neverSent(new IOException(new ConnectException("refused")))).isTrue();
        assertThat(LostCalls.neverSent(new UnknownHostException("shop.example"))).isTrue();
    }

    @Test
    void a_call_whose_answer_did_not_come_may_have_been_sent() {
        var lost = new IOException(new SocketTimeoutException("Read timed out"));

        assertThat(LostCalls.neverSent(lost)).isFalse();
    }
}
