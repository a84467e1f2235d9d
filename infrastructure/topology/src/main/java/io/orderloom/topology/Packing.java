package io.orderloom.topology;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Compresses bodies in the table with zlib and a preset dictionary (RFC 1950), so that they are
 * small. Compressors are kept for the next item: each holds a quarter of a megabyte outside the
 * heap, and allocating and freeing that costs as much as the compression.
 */
public final class Packing {
    private static final Queue<Deflater> DEFLATERS = new ConcurrentLinkedQueue<>();
    private static final Queue<Inflater> INFLATERS = new ConcurrentLinkedQueue<>();
    private static final int PIECE = 2048;

    private Packing() {}

    public static byte[] deflate(byte[] plain) {
        var kept = DEFLATERS.poll();
        var deflater = kept == null ? new Deflater() : kept;
        try {
            deflater.setDictionary(PackingDictionary.current());
            deflater.setInput(plain);
            deflater.finish();
            var packed = new ByteArrayOutputStream(PIECE);
            var piece = new byte[PIECE];
            while (!deflater.finished()) {
                packed.write(piece, 0, deflater.deflate(piece));
            }
            return packed.toByteArray();
        } finally {
            deflater.reset();
            DEFLATERS.add(deflater);
        }
    }

    /** The bytes were packed with a dictionary that only a later version knows. */
    public static final class UnknownDictionary extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        UnknownDictionary(int checksum) {
            super("packed with the dictionary %08x, which is unknown here".formatted(checksum));
        }
    }

    /**
     * @throws UnknownDictionary if another version packed the bytes
     * @throws UncheckedIOException if the bytes were not packed here, or are incomplete
     */
    public static byte[] inflate(byte[] packed) {
        var kept = INFLATERS.poll();
        var inflater = kept == null ? new Inflater() : kept;
        try {
            inflater.setInput(packed);
            var plain = new ByteArrayOutputStream(2 * PIECE);
            var piece = new byte[PIECE];
            while (!inflater.finished()) {
                int length = inflater.inflate(piece);
                if (inflater.needsDictionary()) {
                    int checksum = inflater.getAdler();
                    inflater.setDictionary(
                            PackingDictionary.of(checksum)
                                    .orElseThrow(() -> new UnknownDictionary(checksum)));
                } else if (length == 0 && !inflater.finished()) {
                    throw new EOFException("the packed bytes end too early");
                }
                plain.write(piece, 0, length);
            }
            return plain.toByteArray();
        } catch (DataFormatException corrupt) {
            throw new UncheckedIOException(new ZipException(corrupt.getMessage()));
        } catch (IOException corrupt) {
            throw new UncheckedIOException(corrupt);
        } finally {
            inflater.reset();
            INFLATERS.add(inflater);
        }
    }
}
