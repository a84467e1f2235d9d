package io.orderloom.connectors;

import io.orderloom.erp.ErpCapability;
import io.orderloom.erp.ErpConnector;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints the page of connectors from its arguments alone. */
final class ConnectorsPage {
    private ConnectorsPage() {}

    /**
     * @param ports the columns of the first table
     */
    static String of(List<String> ports, List<Offer> offers, List<ErpConnector> erps) {
        return """
        # Connectors

        Printed from what the connectors declare (`make docs`); don't edit it by hand.

        ## Ports

        %s
        ## What ERPs are capable of

        An ERP has a capability unless its connector says that it lacks it. The contract of ERPs (`ErpContract`) verifies both: with it, the work is done; without it, the ERP rejects
        the order with `not_supported` and the capability's name. A task that needs a capability which the order's ERP lacks is a person's.

        %s\
        """
                .formatted(ports(ports, offers), capabilities(erps));
    }

    private static String ports(List<String> ports, List<Offer> offers) {
        var rows =
                offers.stream()
                        .map(Offer::connector)
                        .distinct()
                        .sorted()
                        .map(connector ->
                                row(
                                        connector,
                                        ports.stream(),
                                        port -> offers.contains(new Offer(connector, port))));
        return table("connector", ports.stream(), rows);
    }

    private static String capabilities(List<ErpConnector> erps) {
        var sorted = erps.stream().sorted(Comparator.comparing(ErpConnector::name)).toList();
        var rows =
                Stream.of(ErpCapability.values())
                        .map(capability ->
                                row(
                                        "`%s`: %s"
                                                .formatted(
                                                        capability.label(), capability.meaning()),
                                        sorted.stream(),
                                        erp -> erp.capabilities().contains(capability)));
        return table("capability", sorted.stream().map(ErpConnector::name), rows);
    }

    private static String table(String corner, Stream<String> columns, Stream<String> rows) {
        var names = columns.toList();
        return Stream.of(
                        Stream.of(
                                "| %s | %s |".formatted(corner, String.join(" | ", names)),
                                "|---|" + "---|".repeat(names.size())),
                        rows)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static <T> String row(String name, Stream<T> columns, Function<T, Boolean> has) {
        return columns.map(column -> has.apply(column) ? "yes" : "–")
                .collect(Collectors.joining(" | ", "| %s | ".formatted(name), " |"));
    }
}
