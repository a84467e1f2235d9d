package io.orderloom.kit.order;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;

/**
 * Compresses payloads with gzip (RFC 1952). Compressors are kept for the next payload, which the
 * JDK's own stream does not allow: each holds a quarter of a megabyte outside the heap, and
 * allocating and freeing that costs as much as the compression.
 */
final class Gzip {
    /** Deflate, no name, no time, of no known system (RFC 1952, 2.3). */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private static final int TRAILER = 8;
    private static final int PIECE = 2048;
    private static final Queue<Deflater> DEFLATERS = new ConcurrentLinkedQueue<>();

    private Gzip() {}

    static byte[] pack(byte[] plain) {
        var kept = DEFLATERS.poll();
        var deflater = kept == null ? new Deflater(Deflater.DEFAULT_COMPRESSION, true) : kept;
        try {
            deflater.setInput(plain);
            deflater.finish();
            var packed = new ByteArrayOutputStream(Math.max(PIECE, plain.length / 3));
            packed.writeBytes(HEADER);
            var piece = new byte[PIECE];
            while (!deflater.finished()) {
                packed.write(piece, 0, deflater.deflate(piece));
            }
            packed.writeBytes(trailer(plain));
            return packed.toByteArray();
        } finally {
            deflater.reset();
            DEFLATERS.add(deflater);
        }
    }

    private static byte[] trailer(byte[] plain) {
        var checksum = new CRC32();
        checksum.update(plain);
        return ByteBuffer.allocate(TRAILER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) checksum.getValue())
                .putInt(plain.length)
                .array();
    }

    /**
     * @throws UncheckedIOException if it is not gzip, or incomplete
     */
    static byte[] unpack(byte[] packed) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException corrupt) {
            throw new UncheckedIOException(corrupt);
        }
    }
}
