package io.orderloom.kit.order;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 hashes, which name stored items and chain log entries. */
final class Hashes {
    private Hashes() {}

    static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
