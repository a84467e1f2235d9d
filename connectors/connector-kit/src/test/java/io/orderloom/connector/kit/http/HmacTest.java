package io.orderloom.connector.kit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HmacTest {
    /** Test case 2 of RFC 4231. */
    @Test
    void parts_are_signed_as_one_text_and_can_be_read_again() {
        var rest = ByteBuffer.wrap(" ya want for nothing?".getBytes(UTF_8));

        var mac = Hmac.sha256(Hmac.key("Jefe"), ByteBuffer.wrap("what do".getBytes(UTF_8)), rest);

        assertThat(HexFormat.of().formatHex(mac))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        assertThat(rest.remaining()).isEqualTo(21);
    }
}
