package io.orderloom.outside;

import io.orderloom.embedded.ChannelOption;
import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.ErpChoice;
import io.orderloom.embedded.StackOptions;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.common.StartupFailure;
import io.orderloom.topology.Function;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code make test-connectors}: an order comes by a channel that sends lines of text, is booked in
 * an ERP that keeps lines of text, leaves a warehouse, and a CRM that takes no CloudEvents gets its
 * events; all four are connectors from outside the tree, in packages that were built with a list of
 * them.
 */
public final class OutsideTheTree {
    private static final int DID_NOT_HOLD = 1;
    private static final int WRONG_USE = 2;
    private static final String SHOP = "pipe-shop";
    private static final String WAREHOUSE = "north";
    private static final String SECRET = "a secret of the test";
    private static final String ORDER =
            "ORDER|1001|2026-11-03T08:15:30Z|USD\nLINE|1|MUG-01|2|12.50\n";
    private static final List<Function> PACKAGED =
            List.of(Function.INTAKE, Function.NORMALIZE, Function.ERP_POST, Function.STATUS_FANOUT);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final EmbeddedStack stack;
    private final PaperDouble erp;
    private final LedgerDouble crm;
    private final PrintStream out;
    private final HttpClient http = HttpClient.newHttpClient();

    private OutsideTheTree(
            EmbeddedStack stack, PaperDouble erp, LedgerDouble crm, PrintStream out) {
        this.stack = stack;
        this.erp = erp;
        this.crm = crm;
        this.out = out;
    }

    /**
     * @param words the directory with the packages, each in {@code <function>/target/function.zip}
     */
    public static void main(String[] words) throws IOException, InterruptedException {
        var root = Path.of("");
        var data = root.resolve(".orderloom").resolve("test-connectors").resolve("stack");
        try (var erp = new PaperDouble();
                var crm = new LedgerDouble();
                var stack = EmbeddedStack.start(options(root, Path.of(words[0]), data, erp, crm))) {
            var holds = new OutsideTheTree(stack, erp, crm, System.out).run();
            System.exit(holds ? 0 : DID_NOT_HOLD);
        } catch (StartupFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(WRONG_USE);
        }
    }

    private static StackOptions options(
            Path root, Path packages, Path data, PaperDouble erp, LedgerDouble crm) {
        var options = StackOptions.of(root).data(data).fresh(true);
        for (var function : PACKAGED) {
            options.archive(
                    function,
                    packages.resolve(function.label()).resolve("target").resolve("function.zip"));
        }
        return options.erp(
                        new ErpChoice.Elsewhere(
                                "paper", Map.of("ERP_PAPER_URL", erp.address().toString())))
                .channels(List.of(channel(SHOP, "pipe"), channel(WAREHOUSE, "dock")))
                .otherKinds(
                        List.of(
                                StackJson.object()
                                        .put("name", "crm")
                                        .put("kind", "ledger")
                                        .put("address", crm.address().toString())))
                .build();
    }

    private static ChannelOption channel(String name, String connector) {
        return new ChannelOption(
                name,
                connector,
                List.of(SECRET),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                EnumSet.of(Function.INTAKE, Function.NORMALIZE));
    }

    private boolean run() throws IOException, InterruptedException {
        var refused = send(SHOP, "application/json", ORDER, "pipe-signature", signature(ORDER));
        var forged = send(SHOP, "text/plain", ORDER, "pipe-signature", "00");
        var taken = send(SHOP, "text/plain", ORDER, "pipe-signature", signature(ORDER));
        boolean answers =
                holds(
                        "the channel is answered in its own format",
                        refused.statusCode() == 415
                                && refused.body().startsWith("NO|content-type|")
                                && forged.statusCode() == 401
                                && forged.body().startsWith("NO|signature|")
                                && taken.statusCode() == 200
                                && taken.body().startsWith("OK|pipe-"));
        boolean booked =
                answers
                        && holds(
                                "the order is booked", crm.await("posted|pipe-shop:1001", PATIENCE))
                        && holds(
                                "the ERP has one document, of 25.00",
                                erp.lines().equals(List.of("OPEN|25.00|USD")));
        var shipped = "SHIPPED|pipe-shop:1001|S-1|1=2";
        return booked
                && holds(
                        "the warehouse's report is taken",
                        send(WAREHOUSE, "text/plain", shipped, "dock-key", SECRET).statusCode()
                                == 202)
                && holds(
                        "the CRM gets the shipment in its own format",
                        crm.await("shipped|pipe-shop:1001", PATIENCE))
                && holds("the CRM gets nothing twice", crm.twice().isEmpty());
    }

    private boolean holds(String what, boolean holds) {
        out.println((holds ? "  holds: " : "  DOES NOT HOLD: ") + what);
        return holds;
    }

    private HttpResponse<String> send(
            String instance, String contentType, String body, String header, String value)
            throws IOException, InterruptedException {
        var address = stack.http().resolve("/webhooks/" + instance);
        return http.send(
                HttpRequest.newBuilder(URI.create(address.toString()))
                        .header("content-type", contentType)
                        .header(header, value)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String signature(String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
