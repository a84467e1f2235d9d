package io.orderloom.kit.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipTest {
    /** Half of it is the same letter, the other half any bytes. */
    private static byte[] drawn(int length) {
        var bytes = new byte[length];
        new SplittableRandom(length).nextBytes(bytes);
        Arrays.fill(bytes, 0, length / 2, (byte) 'n');
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2_047, 2_048, 13_000, 1_000_000})
    void what_is_packed_is_what_the_jdk_packs(int length) throws IOException {
        var plain = drawn(length);
        var theirs = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(theirs)) {
            out.write(plain);
        }

        var packed = Gzip.pack(plain);

        assertThat(packed).isEqualTo(theirs.toByteArray());
        assertThat(Gzip.unpack(packed)).isEqualTo(plain);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            assertThat(in.readAllBytes()).isEqualTo(plain);
        }
    }

    @Test
    void what_is_cut_short_is_refused() {
        var packed = Gzip.pack(drawn(5_000));

        assertThatThrownBy(() -> Gzip.unpack(Arrays.copyOf(packed, packed.length - 9)))
                .isInstanceOf(UncheckedIOException.class);
    }
}
