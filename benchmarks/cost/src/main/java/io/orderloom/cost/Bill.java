package io.orderloom.cost;

import io.orderloom.embedded.meter.Count;
import io.orderloom.embedded.meter.Metering;
import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** The cost of one order of a scenario, in US dollars by part. */
record Bill(Map<Part, BigDecimal> parts) {
    private static final MathContext EXACT_ENOUGH = MathContext.DECIMAL64;
    private static final BigDecimal SQS_CHUNK = BigDecimal.valueOf(64 * 1024);
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);
    private static final BigDecimal MEGABYTES_A_GIGABYTE = BigDecimal.valueOf(1024);
    private static final Set<Function> CALL_THE_ERP_OR_SHOP =
            Set.of(Function.ERP_POST, Function.REFUND_COMPENSATION);

    /** The parts of the cost, in the order in which an order causes them. */
    enum Part {
        DOOR("HTTP API requests"),
        INVOCATIONS("Lambda invocations"),
        DURATION("Lambda GB-seconds"),
        QUEUES("SQS requests"),
        WRITES("DynamoDB write units"),
        READS("DynamoDB read units"),
        LOGS("CloudWatch Logs"),
        TRACES("X-Ray traces");

        private final String title;

        Part(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    static Bill of(Measured measured, Prices prices) {
        var used = measured.used();
        var parts = new EnumMap<Part, BigDecimal>(Part.class);
        var invocations = BigDecimal.valueOf(used.work().invocations());
        var table = used.total(key -> key.service().equals("dynamodb"));
        parts.put(Part.DOOR, prices.price("http-api-request", measured.webhooks()));
        parts.put(Part.INVOCATIONS, prices.price("lambda-request", invocations));
        parts.put(Part.DURATION, prices.price("lambda-duration", gigabyteSeconds(used, prices)));
        parts.put(
                Part.QUEUES,
                prices.price("sqs-standard", chunks(used, true))
                        .add(prices.price("sqs-fifo", chunks(used, false))));
        parts.put(Part.WRITES, prices.price("dynamodb-write", table.writeUnits()));
        parts.put(Part.READS, prices.price("dynamodb-read", table.readUnits()));
        parts.put(Part.LOGS, prices.price("logs-ingested", logBytes(measured, prices)));
        parts.put(
                Part.TRACES,
                prices.price("xray-trace", invocations.multiply(prices.assumed("traced"))));
        var orders = BigDecimal.valueOf(measured.orders());
        parts.replaceAll((_, usd) -> usd.divide(orders, EXACT_ENOUGH));
        return new Bill(parts);
    }

    BigDecimal part(Part part) {
        return parts.getOrDefault(part, BigDecimal.ZERO);
    }

    BigDecimal total() {
        return parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Lambda's billed memory and time. A function has only a share of a processor there: processor
     * time takes longer by that share, and waiting takes as long as here.
     */
    private static BigDecimal gigabyteSeconds(Consumption used, Prices prices) {
        var sum = BigDecimal.ZERO;
        for (var function : Function.values()) {
            var megabytes = BigDecimal.valueOf(function.memoryMegabytes());
            var slower =
                    prices.assumed("megabytes-a-processor")
                            .divide(megabytes, EXACT_ENOUGH)
                            .subtract(BigDecimal.ONE)
                            .max(BigDecimal.ZERO);
            var work = used.work(function);
            var millis =
                    BigDecimal.valueOf(work.elapsed().toMillis())
                            .add(BigDecimal.valueOf(work.cpu().toMillis()).multiply(slower))
                            .add(
                                    BigDecimal.valueOf(work.invocations())
                                            .multiply(outside(function, prices)));
            sum =
                    sum.add(
                            millis.multiply(megabytes)
                                    .divide(MILLIS.multiply(MEGABYTES_A_GIGABYTE), EXACT_ENOUGH));
        }
        return sum;
    }

    private static BigDecimal outside(Function function, Prices prices) {
        if (CALL_THE_ERP_OR_SHOP.contains(function)) {
            return prices.assumed("erp-millis");
        }
        return function == Function.STATUS_FANOUT
                ? prices.assumed("subscriber-millis")
                : BigDecimal.ZERO;
    }

    /**
     * The billed chunks: SQS bills each begun 64 KB of a request. The larger of the request and its
     * answer counts.
     */
    private static BigDecimal chunks(Consumption used, boolean standard) {
        var sum = BigDecimal.ZERO;
        for (var entry : used.requests().entrySet()) {
            if (entry.getKey().service().equals("sqs") && isStandard(entry.getKey()) == standard) {
                sum = sum.add(chunks(entry.getValue()));
            }
        }
        return sum;
    }

    private static BigDecimal chunks(Count count) {
        var requests = BigDecimal.valueOf(count.requests());
        var bytes = BigDecimal.valueOf(Math.max(count.bytesOut(), count.bytesIn()));
        var each = bytes.divide(requests, EXACT_ENOUGH).divide(SQS_CHUNK, 0, RoundingMode.UP);
        return requests.multiply(each.max(BigDecimal.ONE));
    }

    /** Tells whether the queue is a standard queue, as only the one from intake to normalize is. */
    private static boolean isStandard(Metering.Key key) {
        return key.caller().equals(Function.INTAKE.label())
                || key.caller().equals(Metering.poller(Queue.INBOUND.label()));
    }

    private static BigDecimal logBytes(Measured measured, Prices prices) {
        var work = measured.used().work();
        return BigDecimal.valueOf(work.logBytes())
                .add(
                        BigDecimal.valueOf(work.logLines())
                                .multiply(prices.assumed("log-event-bytes")))
                .add(
                        BigDecimal.valueOf(work.invocations())
                                .multiply(prices.assumed("platform-log-bytes")))
                .add(measured.webhooks().multiply(prices.assumed("access-log-bytes")));
    }
}
