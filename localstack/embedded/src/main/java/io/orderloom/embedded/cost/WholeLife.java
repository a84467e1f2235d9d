package io.orderloom.embedded.cost;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.LocalAws;
import io.orderloom.embedded.StackOptions;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The whole life of an order. No connector takes facts of warehouses and ERPs in yet: they are put
 * into the inbound queue as intake would put them, and absorbed by the normalize package with the
 * order store's own entry in the place of a channel's adapter ({@link FactsPackage}). What intake
 * does with a webhook is added as often as facts came, as it was measured of the order's own.
 *
 * @param options of the stack, but for normalize's package
 */
record WholeLife(Path root, Path data, StackOptions.Builder options, int warmUp) {

    Measured measure(int orders) throws IOException, InterruptedException {
        var facts = FactsPackage.write(root, data.resolve("facts.zip"));
        try (var stack =
                        EmbeddedStack.start(
                                options.archive(Function.NORMALIZE, facts)
                                        .handler(Function.NORMALIZE, FactsPackage.HANDLER)
                                        .build());
                var course = new Course(stack);
                var inbound =
                        LocalAws.sqs(
                                stack.metering()
                                        .inFrontOf(
                                                stack.sqsEndpoint(),
                                                "sqs",
                                                Function.INTAKE.label()))) {
            course.each(warmUp, course::place);
            var before = Consumption.of(stack);
            course.each(orders, order -> live(stack, course, inbound, order));
            var used = Consumption.of(stack).since(before);
            return new Measured(Scenario.WHOLE_LIFE, orders, used.plus(intakeOfFacts(used)));
        }
    }

    private static void live(
            EmbeddedStack stack, Course course, SqsClient inbound, SampleOrder order)
            throws IOException, InterruptedException {
        course.place(order);
        for (var fact : new StatedFacts(EmbeddedStack.DEMO_SHOP, order).all()) {
            inbound.sendMessage(
                    r -> r.queueUrl(stack.queues().url(Queue.INBOUND)).messageBody(fact.message()));
            course.told(order, fact.told());
        }
        course.told(order, "completed");
    }

    private static Consumption intakeOfFacts(Consumption used) {
        var more = new EnumMap<Function, Consumption.Work>(Function.class);
        for (int i = 0; i < StatedFacts.COUNT; i++) {
            more.merge(
                    Function.INTAKE, used.work(Function.INTAKE), (one, other) -> one.plus(other));
        }
        return new Consumption(Map.of(), more);
    }
}
