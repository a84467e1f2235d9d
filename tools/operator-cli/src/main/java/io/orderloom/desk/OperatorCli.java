package io.orderloom.desk;

import io.orderloom.core.PostingProfile;
import io.orderloom.exception.AuditEntry;
import io.orderloom.kit.order.CardScan;
import io.orderloom.kit.order.DeadLetterStore;
import io.orderloom.kit.order.DeliveryErasure;
import io.orderloom.kit.order.Erasure;
import io.orderloom.kit.order.ExceptionDesk;
import io.orderloom.kit.order.ExceptionDesk.Outcome;
import io.orderloom.kit.order.ExceptionRecord;
import io.orderloom.kit.order.ExceptionStore;
import io.orderloom.kit.order.KeptPayloads;
import io.orderloom.kit.order.LogVerification;
import io.orderloom.kit.order.OrderScan;
import io.orderloom.kit.order.OrderStories;
import io.orderloom.kit.order.Unreached;
import io.orderloom.kit.order.UntoldEvents;
import io.orderloom.money.Ledger;
import io.orderloom.order.OrderId;
import io.orderloom.resend.SingleSends;
import io.quarkus.runtime.configuration.DurationConverter;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * {@code exceptions}, {@code exception ID=… DO=… BY=… WHY=… TO=…}, {@code redrive QUEUE=… BY=…
 * WHY=…}, {@code erase ORDER=… BY=…}, {@code erase DELIVERY=… BY=… WHY=…}, {@code verify-log
 * ANCHORS=… HEADS=…}, {@code scan-pan LOGS=…}, {@code orders STATE=… CHANNEL=… LIMIT=…}, {@code
 * order ORDER=…}, {@code payload ID=… ORDER=… KEEP_RAW=…}. Exits with 0 if the command was carried
 * out, and if a check found no changed log item and no card number.
 */
public final class OperatorCli {
    private static final int NOT_DONE = 1;
    private static final int WRONG_USE = 2;

    /** The default of ORDERLOOM_KEEP_RAW. */
    private static final int KEPT_DAYS = 90;

    /** Used only when an order is placed, which never happens here. */
    private static final PostingProfile ANY =
            new PostingProfile(Ledger.TRANSACTION, PostingProfile.TestOrders.NOT_BOOKED);

    private final ExceptionDesk desk;
    private final Erasure erasure;
    private final DeliveryErasure deliveries;
    private final LogVerification logs;
    private final CardScan cards;
    private final Unreached unreached;
    private final UnreadWebhooks waiting;
    private final OrderStories stories;
    private final OrdersDesk orders;
    private final Function<Duration, PayloadDesk> payloads;
    private final InstantSource clock;
    private final PrintStream out;

    OperatorCli(
            DynamoDbClient dynamo,
            SqsClient sqs,
            CommandTarget place,
            InstantSource clock,
            PrintStream out) {
        this.desk =
                new ExceptionDesk(
                        new ExceptionStore(dynamo, place.table()),
                        new DeadLetterStore(dynamo, place.table()),
                        new UntoldEvents(dynamo, place.table()),
                        new SingleSends(sqs, queue -> place.url(sqs, queue)));
        this.erasure = new Erasure(dynamo, place.table());
        this.deliveries = new DeliveryErasure(dynamo, place.table());
        this.logs = new LogVerification(dynamo, place.table());
        this.cards = new CardScan(dynamo, place.table());
        this.unreached = new Unreached(dynamo, place.table());
        this.waiting = new UnreadWebhooks(sqs, place);
        this.stories = new OrderStories(dynamo, place.table());
        this.orders = new OrdersDesk(new OrderScan(dynamo, place.table()), clock, out, System.err);
        this.payloads =
                keepRaw ->
                        new PayloadDesk(
                                new KeptPayloads(dynamo, place.table(), keepRaw),
                                clock,
                                out,
                                System.err);
        this.clock = clock;
        this.out = out;
    }

    public static void main(String[] words) {
        System.exit(run(List.of(words), System.getenv()));
    }

    private static int run(List<String> words, Map<String, String> environment) {
        try {
            return run(words, CommandTarget.of(environment));
        } catch (UsageException wrong) {
            System.err.println(wrong.getMessage());
            return WRONG_USE;
        }
    }

    private static int run(List<String> words, CommandTarget place) {
        try (var dynamo = place.dynamoDbClient();
                var sqs = place.sqsClient()) {
            var desk = new OperatorCli(dynamo, sqs, place, InstantSource.system(), System.out);
            return desk.run(CommandArguments.of(words));
        } catch (UsageException | IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            return WRONG_USE;
        } catch (SdkException away) {
            System.err.printf(
                    "The table or the queues can't be reached (is the stack running? `make run`; or name ENDPOINT or STAGE): %s%n",
                    away.getMessage());
            return NOT_DONE;
        }
    }

    /**
     * Runs a command.
     *
     * @return the exit status
     */
    int run(CommandArguments words) {
        return switch (words.command()) {
            case "exceptions" -> {
                ExceptionView.list(desk.open(), desk::backlog, clock.instant())
                        .forEach(out::println);
                yield 0;
            }
            case "exception" -> exception(words);
            case "orders" -> orders.list(words) ? 0 : NOT_DONE;
            case "payload" -> payloads.apply(keepRaw(words)).show(words) ? 0 : NOT_DONE;
            case "order" -> order(OrderId.parse(words.get("ORDER")));
            case "redrive" -> redrive(words);
            case "erase" -> erase(words);
            case "verify-log" ->
                    new LogDesk(logs, out).verify(words, clock.instant()) ? 0 : NOT_DONE;
            case "scan-pan" -> new CardDesk(cards, out).scan(words) ? 0 : NOT_DONE;
            default ->
                    throw new UsageException(
                            "'%s' is no command; there are exceptions, exception, orders, order, payload, redrive, erase, verify-log, scan-pan"
                                    .formatted(words.command()));
        };
    }

    private int exception(CommandArguments words) {
        var kept = named(words.get("ID"));
        var what = words.find("DO").orElse("show");
        return switch (what) {
            case "show" -> {
                ExceptionView.whole(kept, desk.hasLetter(kept), desk.backlog(kept), clock.instant())
                        .forEach(out::println);
                yield 0;
            }
            case "assign" ->
                    said(
                            kept,
                            desk.assign(
                                    kept, deed(words), words.find("TO").orElse(words.get("BY"))));
            case "resolve" -> said(kept, desk.resolve(kept, deed(words)));
            case "waive" -> said(kept, desk.waive(kept, deed(words)));
            case "redrive" -> said(kept, desk.redrive(kept, deed(words)));
            default ->
                    throw new UsageException(
                            "DO: '%s' is none of show, assign, resolve, waive, redrive"
                                    .formatted(what));
        };
    }

    private int order(OrderId order) {
        var story = stories.find(order);
        if (story.isEmpty()) {
            out.printf(
                    "Nothing was ever said of %s. Its first part is the channel instance, its second the channel's own id: demo-shop:1001.%n",
                    order);
            return NOT_DONE;
        }
        OrderView.of(story.get(), clock.instant()).forEach(out::println);
        return 0;
    }

    /** A stage may keep payloads for another time, by the setting ORDERLOOM_KEEP_RAW. */
    private static Duration keepRaw(CommandArguments words) {
        return words.find("KEEP_RAW")
                .map(DurationConverter::parseDuration)
                .orElse(Duration.ofDays(KEPT_DAYS));
    }

    private int redrive(CommandArguments words) {
        var queue = DeadLetterStore.queue(words.get("QUEUE"));
        var deed = deed(words);
        var letters =
                desk.open().stream()
                        .filter(kept -> kept.queue().filter(queue::equals).isPresent())
                        .toList();
        int failed = 0;
        for (var kept : letters) {
            failed += said(kept, desk.redrive(kept, deed));
        }
        out.printf(
                "%d of %d redriven to %s%n",
                letters.size() - failed, letters.size(), queue.label());
        return failed == 0 ? 0 : NOT_DONE;
    }

    private int erase(CommandArguments words) {
        return words.find("DELIVERY").isPresent() ? eraseDelivery(words) : eraseOrder(words);
    }

    private int eraseDelivery(CommandArguments words) {
        if (words.find("ORDER").isPresent()) {
            throw new UsageException(
                    "ORDER, DELIVERY: give one of them; each erases something else");
        }
        var delivery = OrderId.parse(words.get("DELIVERY"));
        var erased = deliveries.erase(delivery, deed(words));
        erased.forEach(letter ->
                out.printf(
                        "%s: a webhook of %s is erased, SHA-256 %s%n",
                        delivery, letter.receivedAt(), letter.sha256()));
        out.printf("erase: delivery=%s items=%d%n", delivery, erased.size());
        if (erased.isEmpty()) {
            out.println(
                    "No unreadable webhook of this delivery is kept, and from now on none will be. A webhook that could be read belongs to an order: make erase ORDER=…");
        }
        desk.open().stream()
                .filter(kept ->
                        kept.order().filter(DeliveryErasure.subject(delivery)::equals).isPresent())
                .forEach(kept ->
                        out.printf(
                                "%s stays open: ask the shop for what the webhook said, then make exception ID=%s DO=waive%n",
                                kept.id(), kept.id()));
        return 0;
    }

    private int eraseOrder(CommandArguments words) {
        var order = OrderId.parse(words.get("ORDER"));
        int payloads = erasure.erase(order, ANY, "erase-" + words.get("BY"), clock.instant());
        out.printf("%s: personal data is erased, with %d payloads%n", order, payloads);
        var left = new ArrayList<>(unreached.of(order, desk.open(), clock.instant()));
        left.addAll(waiting.lines());
        if (!left.isEmpty()) {
            out.println("Not erased from here, because it lies elsewhere:");
            left.forEach(line -> out.printf("  %s%n", line));
        }
        out.printf("erase: order=%s items=%d left=%d%n", order, payloads, left.size());
        return 0;
    }

    private AuditEntry deed(CommandArguments words) {
        var by = words.get("BY");
        if (by.equals(AuditEntry.OURSELVES)) {
            throw new UsageException(
                    "BY: '%s' is the name that Orderloom itself acts under; give your own name"
                            .formatted(by));
        }
        return new AuditEntry(clock.instant(), by, words.get("WHY"));
    }

    private ExceptionRecord named(String id) {
        var found = desk.open().stream().filter(kept -> kept.id().startsWith(id)).toList();
        return switch (found.size()) {
            case 1 -> found.getFirst();
            case 0 ->
                    throw new UsageException(
                            "ID: no open exception begins with '%s'; make exceptions lists them"
                                    .formatted(id));
            default ->
                    throw new UsageException(
                            "ID: %d open exceptions begin with '%s'; give more of the ID"
                                    .formatted(found.size(), id));
        };
    }

    private int said(ExceptionRecord kept, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var now, var followed) -> {
                var last = now.value().life().history().getLast();
                out.printf(
                        "%s: %s%s%n",
                        now.id(),
                        last.kind().name().toLowerCase(Locale.ROOT),
                        followed.map(what -> "; " + what).orElse(""));
                yield 0;
            }
            case Outcome.SettledBefore(var now) -> {
                out.printf("%s: it is settled already%n", now.id());
                yield 0;
            }
            case Outcome.Overtaken() -> {
                out.printf(
                        "%s: it occurred again or was changed meanwhile, and nothing was done; look at it, then repeat the command%n",
                        kept.id());
                yield NOT_DONE;
            }
            case Outcome.NoLetter() -> {
                out.printf(
                        "%s: no message is kept for it, so there is nothing to redrive%n",
                        kept.id());
                yield NOT_DONE;
            }
        };
    }
}
