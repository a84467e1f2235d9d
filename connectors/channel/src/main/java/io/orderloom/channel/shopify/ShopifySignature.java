package io.orderloom.channel.shopify;

import io.orderloom.channel.Secrets;
import io.orderloom.channel.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Base64 of the HMAC-SHA256 over the raw body ("Webhooks: verify the delivery"). */
final class ShopifySignature {
    static final String HEADER = "x-shopify-hmac-sha256";
    private static final String ALGORITHM = "HmacSHA256";

    private ShopifySignature() {}

    /** Tries every secret, so that the time tells nothing about which one fits. */
    static boolean fits(Webhook webhook, List<String> secrets) {
        var given = given(webhook);
        boolean fits = false;
        for (var secret : secrets) {
            // Anybody can sign with a secret of which nothing can be seen.
            fits |= Secrets.usable(secret) && MessageDigest.isEqual(given, mac(webhook, secret));
        }
        return fits;
    }

    private static byte[] given(Webhook webhook) {
        try {
            return Base64.getDecoder().decode(webhook.header(HEADER).orElse(""));
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    private static byte[] mac(Webhook webhook, String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update(webhook.body().duplicate());
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
