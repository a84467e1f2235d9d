package io.orderloom.kit.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Signs requests of one kind: {@code POST /} with a body and nothing in the query (AWS Signature
 * Version 4, "Create a signed AWS API request"). The key of a day is derived once, and what is left
 * of the SDK's signer are two hashes and one HMAC.
 */
final class RequestSignature {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String HMAC = "HmacSHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(UTC);
    private static final int DATE = 8;
    private static final HexFormat HEX = HexFormat.of();

    private final String region;
    private final String service;
    private final MessageDigest sha256;
    private volatile Key key;

    RequestSignature(String region, String service) {
        this.region = region;
        this.service = service;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
            this.key = new Key("", "", Mac.getInstance(HMAC));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /**
     * @param mac holds the key that is derived from secret and date
     */
    private record Key(String secret, String date, Mac mac) {
        @Override
        public String toString() {
            return "signing key of " + date;
        }
    }

    /** The time as the header {@code X-Amz-Date} has it. */
    static String time(Instant now) {
        return TIME.format(now);
    }

    /**
     * The header {@code Authorization}.
     *
     * @param time the value of {@code X-Amz-Date}, which is among the headers
     * @param headers all that are signed, by names of small letters
     * @param hash of the body
     */
    String of(
            AwsCredentialsIdentity credentials,
            String time,
            SortedMap<String, String> headers,
            String hash) {
        var names = String.join(";", headers.keySet());
        var request = new StringBuilder("POST\n/\n\n");
        for (Map.Entry<String, String> header : headers.entrySet()) {
            request.append(header.getKey()).append(':').append(header.getValue()).append('\n');
        }
        request.append('\n').append(names).append('\n').append(hash);
        var date = time.substring(0, DATE);
        var scope = date + "/" + region + "/" + service + "/aws4_request";
        var toSign =
                ALGORITHM
                        + "\n"
                        + time
                        + "\n"
                        + scope
                        + "\n"
                        + hash(request.toString().getBytes(UTF_8));
        var signature = HEX.formatHex(mac(credentials, date).doFinal(toSign.getBytes(UTF_8)));
        return ALGORITHM
                + " Credential="
                + credentials.accessKeyId()
                + "/"
                + scope
                + ", SignedHeaders="
                + names
                + ", Signature="
                + signature;
    }

    /** As {@code X-Amz-Content-SHA256} has it. */
    String hash(byte[] bytes) {
        try {
            return HEX.formatHex(((MessageDigest) sha256.clone()).digest(bytes));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this Java's SHA-256 can't be copied", e);
        }
    }

    private Mac mac(AwsCredentialsIdentity credentials, String date) {
        var last = key;
        if (!last.date().equals(date) || !last.secret().equals(credentials.secretAccessKey())) {
            last = derived(credentials.secretAccessKey(), date);
            key = last;
        }
        return copy(last.mac());
    }

    private Key derived(String secret, String date) {
        var mac = copy(key.mac());
        var derived = ("AWS4" + secret).getBytes(UTF_8);
        for (var step : new String[] {date, region, service, "aws4_request"}) {
            keyed(mac, derived);
            derived = mac.doFinal(step.getBytes(UTF_8));
        }
        keyed(mac, derived);
        return new Key(secret, date, mac);
    }

    private static void keyed(Mac mac, byte[] secret) {
        try {
            mac.init(new SecretKeySpec(secret, HMAC));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(
                    "this Java takes no key of %d bytes".formatted(secret.length), e);
        }
    }

    private static Mac copy(Mac mac) {
        try {
            return (Mac) mac.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this Java's HMAC can't be copied", e);
        }
    }
}
