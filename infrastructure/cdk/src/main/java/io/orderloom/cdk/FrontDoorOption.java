package io.orderloom.cdk;

import java.util.regex.Pattern;

/**
 * CloudFront and AWS WAF before the door, for stages that want them.
 *
 * @param domain the host name that the shops call, in a domain of your own
 * @param certificate of the domain, in the region that CloudFront reads them from
 * @param origin the host of the stage's API, as the output ApiUrl names it
 * @param path the API then answers only below this secret path. Empty: the API also answers callers
 *     directly, until all shops call the domain
 * @param perAddress requests from one address in five minutes
 * @param perPath requests for one path, and so for one shop, in five minutes
 */
record FrontDoorOption(
        boolean on,
        String domain,
        String certificate,
        String origin,
        String path,
        int perAddress,
        int perPath) {
    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final Pattern CERTIFICATE =
            Pattern.compile("arn:aws[a-z-]*:acm:" + FrontDoorStack.REGION + ":[0-9]{12}:.+");
    private static final Pattern UNGUESSABLE = Pattern.compile("[A-Za-z0-9]{24,64}");
    private static final int LEAST_LIMIT = 10;

    FrontDoorOption {
        if (on) {
            check("domain", HOST.matcher(domain).matches(), "is no host name");
            check(
                    "certificate",
                    CERTIFICATE.matcher(certificate).matches(),
                    "is no certificate of ACM in " + FrontDoorStack.REGION);
            check(
                    "origin",
                    HOST.matcher(origin).matches(),
                    "is no host name; take it from the output ApiUrl, without https://");
            check(
                    "path",
                    path.isEmpty() || UNGUESSABLE.matcher(path).matches(),
                    "can be guessed; take 24 to 64 random letters and digits, or leave it empty");
            check(
                    "perAddress",
                    perAddress >= LEAST_LIMIT,
                    "is less than WAF can count; take " + LEAST_LIMIT + " or more");
            check(
                    "perPath",
                    perPath >= LEAST_LIMIT,
                    "is less than WAF can count; take " + LEAST_LIMIT + " or more");
        } else if (!path.isEmpty()) {
            throw new IllegalArgumentException(
                    "parameter frontDoor: 'path' closes the API to everybody while the front door is off; leave it empty");
        }
    }

    /** The prefix of every path at the API. */
    String prefix() {
        return path.isEmpty() ? "" : "/" + path;
    }

    private static void check(String name, boolean holds, String reason) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "parameter frontDoor: '%s' %s".formatted(name, reason));
        }
    }
}
