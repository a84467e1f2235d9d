package io.orderloom.cost;

import io.orderloom.topology.Alarm;
import io.orderloom.topology.Metric;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Secret;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The text of docs/cost.md between its tables. */
final class PageText {
    static final String HEAD =
            """
            # What an order costs

            Written by `make cost`: orders go through the packaged functions on the embedded stack, every request to SQS
            and DynamoDB is metered, and what was metered is multiplied by a list of prices
            (`benchmarks/cost/prices-2026-11.json`: %s, %s). Not in it: the ERP, the shop, what leaves AWS (the events
            to subscribers, about 1 KB each), storage, and what stands by whether orders come or not (below).

            How sure the prices are: %s\
            """;

    static final String GUARDED =
            """
            Guards, which `make cost` and a journey hold: an order may not cost more, whatever the figures of the last
            measurement were. A guard stands in `benchmarks/cost/guards.json` and is moved there by hand. Aimed at are 16
            requests and $14 (with GB-seconds) for an order that is placed, posted and told alone.\
            """;

    static final String CHEAPER =
            """
            ## Where it goes

            - At full batches %s.
            - Alone, %s.

            A fact costs one write unit, which commits the order's state with the newest entry of its log, and one that
            moves the entry before it to an item of its own
            ([decision 13](adr/0013-state-and-newest-entry-are-one-item.md)). The rest is there for a guarantee: the
            payload, the document and the personal data have lives of different length; the claim before a call is what
            makes doubt provable; reads are consistent, since a stale one would ingest a fact twice; and
            what event sources ask for shrinks by itself as orders come closer together.

            Being found when a message is lost costs four write units and two requests an order that is placed, posted
            and told: one into the index of what is due, one for the record of each of two events told, one out of the
            index ([decision 15](adr/0015-what-is-due-is-on-an-index.md)); and three for each event that comes later.
            Recording the last event alone would save one, and lose the first without a trace where only that is lost.

            Where every message is alone in its batch, the webhook, the invocations, the queues and the traces take most
            of the aim before anything is kept: twelve requests to queues and five invocations an order, each of which
            ten orders share in a full batch. Only fewer steps would change that, and the steps are what can fail and be
            tried again apart from each other.\
            """;

    static final String REQUESTS =
            """
            ## Requests and units

            These are what the guard holds: `docs/cost-figures.json` has the committed figures, and a test fails when a
            scenario's requests, write units or read units grow by more than 5 %. Whoever means the growth runs
            `make cost` and commits both files. Nothing in these figures depends on the machine but how the ten orders of
            a full batch happen to share a request to the table; the least of up to three runs counts.

            How they are counted:

            - An event source polls, not the function, but the account is billed for it: one `ReceiveMessage` and one
              `DeleteMessageBatch` a batch, under `poller of …`. Long polls that bring nothing are no order's; they are in
              what stands by.
            - A request to SQS counts once for each begun 64 KB. The way into `inbound` is a standard queue, the others
              are FIFO.
            - DynamoDB Local states the units of a transaction once and AWS bills them twice; the meter doubles them. It
              also adds what the emulator leaves out: a read of an item that is not there, and a write whose condition
              failed (one unit an item, two in a transaction).
            - An order here has two lines. Its payload, 1.3 KB compressed, takes two write units; what a shop sends in
              earnest may take one or two more.\
            """;

    static final String DURATION =
            """
            ## GB-seconds

            A function is billed by the millisecond at the memory that the topology gives it. Taken is how long the
            invocations took here (%s), with the processor's share of that stretched to the part of a processor that
            Lambda gives such a function, and with the answers of ERP and subscriber as assumed below. Wall time and
            processor time of this machine are not those of a native executable on arm64, which uses a fraction of
            the processor time of a JVM that has just begun to compile: take this part as an upper bound. It is in the
            dollars and not in the guard.

            In the whole life, facts of the warehouse and the ERP (allocated, shipped, invoiced) have no connector that
            takes them in yet. They are put into `inbound` as intake would put them, and the package of normalize that is
            measured here has a source of canonical facts beside (`testing/facts`), for which it always runs on the JVM;
            the door and intake are added for each as measured of the order's own webhook.\
            """;

    static final String PRICES = "## Prices";
    static final String ASSUMED = "## What is assumed";

    private static final BigDecimal POLLS_A_MONTH = BigDecimal.valueOf(30L * 24 * 60 * 3);

    private PageText() {}

    /** The monthly cost of a stage without a single order. */
    static String standing(Prices prices) {
        var polls = POLLS_A_MONTH.multiply(prices.assumed("pollers"));
        var polling = BigDecimal.ZERO;
        for (var queue : Queue.values()) {
            polling = polling.add(prices.price(queue.fifo() ? "sqs-fifo" : "sqs-standard", polls));
        }
        var metrics = prices.price("custom-metric", BigDecimal.valueOf(Metric.values().length));
        var alarms = prices.price("alarm", BigDecimal.valueOf(Alarm.values().length));
        var secrets = prices.price("secret", BigDecimal.valueOf(Secret.values().length));
        var key = prices.price("kms-key", BigDecimal.ONE);
        return """
        ## What stands by

        US$ a month and stage without an order, about: polling of empty queues %s, metrics %s (one value of each \
        dimension), alarms %s, secrets %s, the key %s. Together **%s**.\
        """
                .formatted(
                        cents(polling),
                        cents(metrics),
                        cents(alarms),
                        cents(secrets),
                        cents(key),
                        cents(polling.add(metrics).add(alarms).add(secrets).add(key)));
    }

    /** The parameters with which a stage omits a part, and the price of that part. */
    static String choices(Prices prices) {
        var webhooks = prices.price("http-api-request", BigDecimal.valueOf(1_000_000));
        var alarm = prices.price("alarm", BigDecimal.ONE);
        return """
        ## What a stage may do without

        Parameters of a stage on AWS ([operations](operations.md#parameters)); all are on unless a stage says otherwise.

        | parameter | saves, US$ | and gives up |
        |---|---|---|
        | `"door": "function-url"` | %s for a million webhooks, and the access log | the bound on the rate of webhooks (`reservedConcurrency` bounds them then, and what is above it is answered 429), the front door, the log of callers |
        | `"watched": false` | %s a month for each alarm, and the dashboard where the account has more than three | being told; taking a deployment back by itself |
        | `"deployment": "none"` | nothing: CodeDeploy asks no price for Lambda | the first tenth of events alone, and going back by itself |\
        """
                .formatted(cents(webhooks), cents(alarm));
    }

    /** The price of a thousand orders, in US dollars. */
    static String thousand(BigDecimal order) {
        return order.movePointRight(3).setScale(5, RoundingMode.HALF_UP).toPlainString();
    }

    /** The price of a million orders, in US dollars. */
    static String million(BigDecimal order) {
        return cents(order.movePointRight(6));
    }

    static String plain(BigDecimal number) {
        return number.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    private static String cents(BigDecimal usd) {
        return usd.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
