package io.orderloom.simulation.lambda;

import io.orderloom.channel.Refunds;
import io.orderloom.compensation.RefundCompensationFunction;
import io.orderloom.erp.ErpConnector;
import io.orderloom.fanout.StatusFanoutFunction;
import io.orderloom.intake.HttpAnswer;
import io.orderloom.intake.HttpEvent;
import io.orderloom.intake.IntakeFunction;
import io.orderloom.kit.queue.GroupThreads;
import io.orderloom.kit.queue.QueueAnswer;
import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.kit.secret.SecretWatch;
import io.orderloom.kit.setting.CommonSettings;
import io.orderloom.kit.setting.LambdaSettings;
import io.orderloom.kit.task.TaskExecutor;
import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.maintenance.MaintenanceFunction;
import io.orderloom.normalize.NormalizeFunction;
import io.orderloom.posting.ErpPostFunction;
import io.orderloom.source.Source;
import io.orderloom.subscriber.SubscriberConnector;
import io.orderloom.topology.Metric;
import io.smallrye.health.SmallRyeHealthReporter;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The functions' own code, as one process has it in memory. */
final class Program {
    /** Health is not read here; the functions only require the bean. */
    private static final SmallRyeHealthReporter NO_HEALTH = new SmallRyeHealthReporter();

    private final SimulatedProcess process;
    private final Wiring wiring;

    Program(SimulatedProcess process, Config config, Outside outside) {
        this.process = process;
        this.wiring =
                new Wiring(config)
                        .put(LambdaSettings.class, process::toString)
                        .put(InstantSource.class, process.clock())
                        .put(SqsClient.class, outside.sqs())
                        .put(DynamoDbClient.class, outside.dynamo())
                        .put(SmallRyeHealthReporter.class, NO_HEALTH)
                        .put(
                                GroupThreads.class,
                                new StrandThreads(process.scheduler(), process::start))
                        .put(Metrics.class, new Unmeasured(process, config))
                        .choose(Source.class, List.of(outside.channel()))
                        .choose(Refunds.class, List.of(outside.refunds()))
                        .choose(ErpConnector.class, List.of(new OneErp(outside.erp())))
                        .choose(SubscriberConnector.class, List.of(outside.subscribers()))
                        .chooseMade(TaskExecutor.class, FunctionExecutors.of(process.function()));
    }

    HttpAnswer handle(HttpEvent event) {
        return wiring.get(IntakeFunction.class).handle(event);
    }

    QueueAnswer handle(QueueEvent event) {
        return switch (process.function()) {
            case INTAKE -> throw new IllegalStateException("intake reads no queue");
            case NORMALIZE -> wiring.get(NormalizeFunction.class).handle(event);
            case ERP_POST -> wiring.get(ErpPostFunction.class).handle(event);
            case STATUS_FANOUT -> wiring.get(StatusFanoutFunction.class).handle(event);
            case REFUND_COMPENSATION -> wiring.get(RefundCompensationFunction.class).handle(event);
            case MAINTENANCE -> wiring.get(MaintenanceFunction.class).handle(event);
        };
    }

    /** Drops all metrics, which are not read here. */
    private static final class Unmeasured extends Metrics {
        Unmeasured(SimulatedProcess process, Config config) {
            super(
                    MappedSettings.of(CommonSettings.class, config),
                    new SecretWatch(config),
                    process.clock());
        }

        @Override
        public void flush() {}

        @Override
        public void add(Metric metric, long value) {}

        @Override
        public void add(Metric metric, String dimension, long value) {}
    }
}
