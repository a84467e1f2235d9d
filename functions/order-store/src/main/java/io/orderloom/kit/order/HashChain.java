package io.orderloom.kit.order;

import java.util.List;
import java.util.OptionalInt;
import software.amazon.awssdk.core.SdkBytes;

/** Makes a log tamper-evident: each entry's hash covers its bytes and the hash before it. */
final class HashChain {

    /**
     * One entry of a log as stored.
     *
     * @param entry its bytes, uncompressed, in the schema that they were written in
     */
    record Link(SdkBytes entry, SdkBytes hash) {}

    /** The hash before the first entry. */
    static final SdkBytes NOTHING = SdkBytes.fromByteArray(new byte[0]);

    private HashChain() {}

    /** The hash of the next entry; before the first one, {@code before} is {@link #NOTHING}. */
    static SdkBytes next(SdkBytes before, SdkBytes entry) {
        return SdkBytes.fromByteArrayUnsafe(
                Hashes.sha256(before.asByteArrayUnsafe(), entry.asByteArrayUnsafe()));
    }

    /**
     * The position of the first entry that does not fit the one before it.
     *
     * @param log oldest first
     */
    static OptionalInt broken(List<Link> log) {
        var before = NOTHING;
        for (int i = 0; i < log.size(); i++) {
            if (!next(before, log.get(i).entry()).equals(log.get(i).hash())) {
                return OptionalInt.of(i);
            }
            before = log.get(i).hash();
        }
        return OptionalInt.empty();
    }
}
