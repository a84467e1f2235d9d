package io.orderloom.connector.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.source.Payload;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures made with {@code openssl dgst -sha256 -hmac SECRET -binary | base64}. */
class ShopifySignatureTest {
    private static final String BODY = "{\"id\":450789469,\"name\":\"Zoë\"}";
    private static final String BY_NEW = "esXZJje+tv7EKq1PR+sO/aXt0Iw9ny7PRNUsVzA+DRU=";
    private static final String BY_OLD = "QHp74AQ4KAae1Zpb5ATmvQX6nVymez3CvjhwRdmUQMA=";
    private static final String BY_STRANGER = "8b2ar4ENJsEw+Uee1F0n/jL4fllWY/3TXut6e7ieVW0=";
    private static final List<String> SECRETS = List.of("new-secret", "old-secret");

    @Test
    void while_a_secret_is_rotated_both_the_new_and_the_old_one_fit() {
        assertThat(fits(BY_NEW, BODY, SECRETS)).isTrue();
        assertThat(fits(BY_OLD, BODY, SECRETS)).isTrue();
    }

    @Test
    void after_a_rotation_the_old_secret_no_longer_fits() {
        assertThat(fits(BY_OLD, BODY, List.of("new-secret"))).isFalse();
    }

    @Test
    void the_signature_of_a_stranger_fits_no_secret() {
        assertThat(fits(BY_STRANGER, BODY, SECRETS)).isFalse();
    }

    @Test
    void a_signature_fits_only_the_very_bytes_that_were_signed() {
        assertThat(fits(BY_NEW, BODY.replace("469", "468"), SECRETS)).isFalse();
        assertThat(fits(BY_NEW, BODY + " ", SECRETS)).isFalse();
        assertThat(fits(BY_NEW, "", SECRETS)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "not base64!",
                "esXZJje+tv7EKq1PR+sO/aXt0Iw9ny7PRNUsVzA+DQ==",
                "7ac5d92637beb6fec42aad4f47eb0efda5edd08c3d9f2ecf44d52c57303e0d15",
                "AAAA"
            })
    void a_malformed_signature_fits_no_secret(String signature) {
        assertThat(fits(signature, BODY, SECRETS)).isFalse();
    }

    @Test
    void a_webhook_without_a_signature_fits_no_secret() {
        var unsigned = Payload.of(Map.of(), BODY.getBytes(UTF_8), Webhooks.NOW);

        assertThat(new ShopifySource().authentic(unsigned, SECRETS)).isFalse();
    }

    @Test
    void without_a_secret_nothing_is_authentic() {
        assertThat(fits(BY_NEW, BODY, List.of())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\n",
                "\u0000",
                "\u00a0",
                "\u200b",
                "\ufeff",
                "\u2003\u200d",
                "\u00ad",
                "\u3164",
                "\u2800"
            })
    void a_secret_of_invisible_characters_signs_nothing(String secret) throws Exception {
        assertThat(fits(signature(secret), BODY, List.of(secret))).isFalse();
        assertThat(fits(signature(secret + "x"), BODY, List.of(secret + "x"))).isTrue();
    }

    /** Java allows no empty key; for HMAC, one of zeros is the same. */
    private static String signature(String secret) throws GeneralSecurityException {
        var key = secret.isEmpty() ? new byte[1] : secret.getBytes(UTF_8);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(BODY.getBytes(UTF_8)));
    }

    private static boolean fits(String signature, String body, List<String> secrets) {
        var headers = Map.of("x-shopify-hmac-sha256", signature);
        var webhook = Payload.of(headers, body.getBytes(UTF_8), Webhooks.NOW);
        return new ShopifySource().authentic(webhook, secrets);
    }
}
