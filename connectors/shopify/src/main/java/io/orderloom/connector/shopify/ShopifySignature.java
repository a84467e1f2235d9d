package io.orderloom.connector.shopify;

import io.orderloom.connector.kit.http.Hmac;
import io.orderloom.source.Payload;
import io.orderloom.source.Secrets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;

/** The signature: Base64 of the HMAC-SHA256 over the raw body ("Webhooks: verify the delivery"). */
final class ShopifySignature {
    static final String HEADER = "x-shopify-hmac-sha256";

    private ShopifySignature() {}

    /** Tries every secret, so that the time taken does not reveal which one fits. */
    static boolean fits(Payload webhook, List<String> secrets) {
        var given = given(webhook);
        boolean fits = false;
        for (var secret : secrets) {
            // Anybody can sign with a secret that has no visible character.
            fits |=
                    Secrets.usable(secret)
                            && MessageDigest.isEqual(
                                    given, Hmac.sha256(Hmac.key(secret), webhook.body()));
        }
        return fits;
    }

    private static byte[] given(Payload webhook) {
        try {
            return Base64.getDecoder().decode(webhook.header(HEADER).orElse(""));
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }
}
