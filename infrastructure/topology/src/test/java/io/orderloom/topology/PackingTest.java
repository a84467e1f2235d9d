package io.orderloom.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.Adler32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackingTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2047, 2048, 2049, 300_000})
    void packed_bytes_are_unpacked_unchanged_seed_1(int length) {
        var plain = drawn(length);

        assertThat(Packing.inflate(Packing.deflate(plain))).isEqualTo(plain);
    }

    @Test
    void a_small_body_is_much_smaller_with_the_dictionary_and_read_without_one_too() {
        var plain =
                """
                {"fact":"shipped","provenance":{"key":"wms/north|shipped|s-77|1",\
                "role":"WAREHOUSE","occurredAt":"2026-11-02T15:07:05Z",\
                "recordedAt":"2026-11-02T15:07:10Z","correlationId":"c-2"},\
                "orderId":"shop:450789469","shipment":"s-77",\
                "units":[{"lineId":"1","quantity":"2"}]}\
                """
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(Packing.deflate(plain).length)
                .isLessThan(2 * packedWith(new byte[0], plain).length / 3);
        assertThat(Packing.inflate(packedWith(new byte[0], plain))).isEqualTo(plain);
    }

    @Test
    void many_threads_pack_at_once_without_mixing_bytes_seed_1() {
        var wrong =
                IntStream.range(0, 2_000)
                        .parallel()
                        .filter(n -> {
                            var plain = drawn(n);
                            return !Arrays.equals(Packing.inflate(Packing.deflate(plain)), plain);
                        })
                        .count();

        assertThat(wrong).isZero();
    }

    @Test
    void truncated_bytes_are_refused_and_the_next_ones_are_read() {
        var packed = Packing.deflate(drawn(10_000));
        var torn = Arrays.copyOf(packed, packed.length / 2);
        var odd = packed.clone();
        odd[0] = 0x55;

        assertThatThrownBy(() -> Packing.inflate(torn)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> Packing.inflate(odd)).isInstanceOf(UncheckedIOException.class);
        assertThat(Packing.inflate(packed)).isEqualTo(drawn(10_000));
    }

    @Test
    void bytes_packed_with_a_known_dictionary_are_read_and_with_another_refused() {
        var plain = "{\"order\":\"placed\",\"version\":1}".getBytes(StandardCharsets.UTF_8);
        var other = "words of a version to come".getBytes(StandardCharsets.UTF_8);

        assertThat(Packing.inflate(packedWith(PackingDictionary.current(), plain)))
                .isEqualTo(plain);
        assertThatThrownBy(() -> Packing.inflate(packedWith(other, plain)))
                .isInstanceOf(Packing.UnknownDictionary.class)
                .hasMessageContaining("%08x".formatted(adler(other)));
        assertThat(Packing.inflate(packedWith(PackingDictionary.current(), plain)))
                .isEqualTo(plain);
    }

    @Test
    void the_first_dictionary_is_never_changed() {
        assertThat(adler(PackingDictionary.current())).isEqualTo(0x9D99BB4BL);
        assertThat(PackingDictionary.current()).hasSize(5468);
    }

    private static long adler(byte[] bytes) {
        var adler = new Adler32();
        adler.update(bytes);
        return adler.getValue();
    }

    private static byte[] packedWith(byte[] dictionary, byte[] plain) {
        var deflater = new Deflater();
        if (dictionary.length > 0) {
            deflater.setDictionary(dictionary);
        }
        deflater.setInput(plain);
        deflater.finish();
        var packed = new byte[1000];
        int length = deflater.deflate(packed);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }

    /** Random bytes of few letters, as JSON has them. */
    private static byte[] drawn(int length) {
        var random = new SplittableRandom(1);
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) ('a' + random.nextInt(8));
        }
        return bytes;
    }
}
