package io.orderloom.embedded;

import io.orderloom.embedded.common.LocalAws;
import io.orderloom.embedded.common.StartupFailure;
import io.orderloom.embedded.door.HealthDoor;
import io.orderloom.embedded.door.HttpApi;
import io.orderloom.embedded.emulator.DynamoDbEmulator;
import io.orderloom.embedded.emulator.EmulatedQueues;
import io.orderloom.embedded.emulator.SqsEmulator;
import io.orderloom.embedded.emulator.Tables;
import io.orderloom.embedded.erp.SandboxErpServer;
import io.orderloom.embedded.lambda.LambdaHost;
import io.orderloom.embedded.lambda.LogChecks;
import io.orderloom.embedded.lambda.Schedules;
import io.orderloom.embedded.meter.Metering;
import io.orderloom.embedded.poller.Pollers;
import io.orderloom.embedded.poller.Polling;
import io.orderloom.embedded.secret.SecretStore;
import io.orderloom.embedded.shopify.ShopifyAdminSandbox;
import io.orderloom.embedded.subscriber.PrintingSubscriber;
import io.orderloom.topology.Function;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The functions and everything that they need, on this machine: started by {@link #start}, ended by
 * {@link #close}.
 */
public final class EmbeddedStack implements AutoCloseable {
    /**
     * The channel instance that is always there; its webhooks go to {@code /webhooks/demo-shop}.
     */
    public static final String DEMO_SHOP = "demo-shop";

    /** The domain of the demo shop, to which its channel instance is bound. */
    public static final String DEMO_SHOP_DOMAIN = "demo-shop.myshopify.com";

    private final StackOptions options;
    private final Progress progress;
    private final Running running = new Running();
    private final DataDirectory data;
    private final DirectorySecrets secrets;
    private final SqsEmulator sqs;
    private final DynamoDbEmulator dynamoDb;
    private final EmulatedQueues queues;
    private final Metering metering = new Metering();
    private final ExternalSystems neighbours;
    private final LambdaHost functions;
    private final Schedules schedules;
    private Optional<Pollers> pollers = Optional.empty();
    private final HttpApi door;

    /**
     * Returns when every function has requested its first event and the door is open.
     *
     * @throws StartupFailure with one line that states what to do
     */
    public static EmbeddedStack start(StackOptions options) throws InterruptedException {
        PortCheck.allFree(options);
        return new EmbeddedStack(options);
    }

    private EmbeddedStack(StackOptions options) throws InterruptedException {
        this.options = options;
        this.progress = new Progress(options.progress());
        var started = false;
        Logging.quiet();
        this.data = DataDirectory.open(options.data(), options.fresh());
        running.add(data::close);
        try {
            this.secrets = data.secrets();
            this.sqs = startSqs();
            this.queues = makeQueues();
            this.dynamoDb = startDynamoDb();
            this.neighbours = ExternalSystems.start(options, data, running, progress);
            running.add(metering::close);
            this.functions = startFunctions();
            startPollers();
            this.schedules = startSchedules();
            this.door = openDoor();
            tellWhere();
            started = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!started) {
                running.close();
            }
        }
    }

    /** The door's address; webhooks and health are below it. */
    public URI http() {
        return door.address();
    }

    public URI sqsEndpoint() {
        return sqs.endpoint();
    }

    public URI dynamoDbEndpoint() {
        return dynamoDb.endpoint();
    }

    /** The address to which the demo shop sends its webhooks. */
    public URI demoShopWebhooks() {
        return http().resolve("/webhooks/" + DEMO_SHOP);
    }

    /** The secret that signs the demo shop's webhooks. */
    public String demoShopSecret() {
        return secrets.demoShop();
    }

    /** The token with which the functions call the demo shop. */
    public String demoShopToken() {
        return secrets.demoShopToken();
    }

    /** The secret with which the subscriber verifies events, in the form of Standard Webhooks. */
    public String subscriberSecret() {
        return secrets.subscriber();
    }

    public EmulatedQueues queues() {
        return queues;
    }

    public LambdaHost functions() {
        return functions;
    }

    /** The nightly check of all logs. Here it runs only when it is called. */
    public LogChecks logChecks() {
        return new LogChecks(functions, data.anchors(), InstantSource.system());
    }

    public Schedules schedules() {
        return schedules;
    }

    /** Enables the function's event source, so that it gets messages from its queue. */
    public void feed(Function function) {
        pollers().of(function).enable(true);
    }

    /**
     * Disables the functions' event sources; returns when no more messages are received from their
     * queues.
     */
    public void starve(Function... fed) throws InterruptedException {
        for (var function : fed) {
            pollers().of(function).enable(false);
        }
        for (var function : fed) {
            pollers().of(function).awaitReceived();
        }
    }

    private Pollers pollers() {
        return pollers.orElseThrow(
                () -> new IllegalStateException("the pollers have not started yet"));
    }

    /** Sets whether dead letters become exceptions, or stay in their queues. */
    public void nameDeadLetters(boolean whether) {
        pollers().nameDeadLetters(whether);
    }

    /**
     * The sandbox ERP.
     *
     * @throws IllegalStateException if a real ERP was chosen
     */
    public SandboxErpServer erp() {
        return neighbours
                .erp()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "the ERP is not the sandbox; choose it with --erp sandbox"));
    }

    /**
     * The demo shop's own side.
     *
     * @throws IllegalStateException if the options name a real shop
     */
    public ShopifyAdminSandbox shop() {
        return neighbours
                .shop()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "the shop is not the sandbox; leave out demoShopApi"));
    }

    public ErpChoice erpChoice() {
        return options.erp();
    }

    public PrintingSubscriber subscriber() {
        return neighbours.subscriber();
    }

    /**
     * The store from which the functions read their secrets.
     *
     * @throws IllegalStateException if the options put secrets into variables
     */
    public SecretStore secretStore() {
        return neighbours
                .secretStore()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "secrets are in variables; set secretStore to true"));
    }

    /** The meters; they count only if the options want it. */
    public Metering metering() {
        return metering;
    }

    /** CPU time of the stack itself: emulators, door, pollers, sandbox. */
    public Duration ownCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The directory of the log files, one for each function. */
    public Path logs() {
        return data.logs();
    }

    /** The addresses and paths that a person needs once the stack runs. */
    public List<String> addresses() {
        return new StartupBanner(this, data.root(), InstantSource.system()).lines();
    }

    @Override
    public void close() {
        running.close();
    }

    Optional<URI> erpAddress() {
        return neighbours.erp().map(SandboxErpServer::address);
    }

    Optional<URI> shopAddress() {
        return neighbours.shop().map(ShopifyAdminSandbox::address);
    }

    private SqsEmulator startSqs() {
        var started =
                SqsEmulator.start(
                        data.sqs(), PortCheck.chosen(options.ports().sqs()), options.durable());
        running.add(started::close);
        return started;
    }

    private EmulatedQueues makeQueues() {
        var client = LocalAws.sqs(sqs.endpoint());
        running.add(client::close);
        var made = new EmulatedQueues(client);
        made.create(options.queueLimits());
        progress.step("SQS (ElasticMQ) with the queues");
        return made;
    }

    private DynamoDbEmulator startDynamoDb() {
        var started =
                DynamoDbEmulator.start(
                        data.dynamoDb(), options.ports().dynamodb(), options.durable());
        running.add(started::close);
        try (var client = LocalAws.dynamoDb(started.endpoint())) {
            Tables.create(client);
        }
        progress.step("DynamoDB (DynamoDB Local) with the table");
        return started;
    }

    private SqsClient pollerSqs(String label) {
        var client = LocalAws.sqs(seenBy(Metering.poller(label), "sqs", sqs.endpoint()));
        running.add(client::close);
        return client;
    }

    private LambdaHost startFunctions() throws InterruptedException {
        var host =
                new LambdaHost(
                        new LambdaHost.Settings(
                                options.archives(),
                                options.cache().toAbsolutePath(),
                                RuntimeClient.directory(),
                                options.handlers(),
                                options.memoryOptions(),
                                data.logs(),
                                options.functionTimeout(),
                                options.concurrency(),
                                options.detour()),
                        function ->
                                new FunctionVariables(options, secrets, neighbours, function)
                                        .of(
                                                seenBy(function.label(), "sqs", sqs.endpoint()),
                                                seenBy(
                                                        function.label(),
                                                        "dynamodb",
                                                        dynamoDb.endpoint())),
                        options.progress());
        // Ended after the functions and before the queues, because pollers put interrupted batches
        // back.
        running.add(this::finishPollers);
        running.add(host::close);
        if (options.aotCaches()) {
            host.makeAotCaches(progress::step);
        }
        host.start(progress::step);
        return host;
    }

    private void startPollers() {
        var started =
                new Pollers(
                        this::pollerSqs,
                        queues,
                        functions,
                        new Polling(
                                options.concurrency(), options.retryDelay(), options.progress()));
        pollers = Optional.of(started);
        running.add(started::stop);
        progress.step("pollers");
    }

    private Schedules startSchedules() {
        var started = new Schedules(functions, options.progress());
        running.add(started::close);
        if (options.schedules()) {
            started.start();
        }
        return started;
    }

    private HttpApi openDoor() throws IOException {
        var opened =
                new HttpApi(
                        options.ports().http(),
                        functions,
                        new HealthDoor(functions, queues),
                        this::taken);
        running.add(opened::close);
        progress.step("the door is open");
        return opened;
    }

    /** Written last and removed first, so that whoever reads it finds a stack that is up. */
    private void tellWhere() {
        var file = RunningFile.in(data.root());
        running.add(file::remove);
        file.write(http(), sqsEndpoint(), dynamoDbEndpoint());
    }

    /**
     * Passes the demo shop's webhooks to the sandbox of its API, so that the sandbox knows the
     * cancelled orders.
     */
    private void taken(String channelInstance, byte[] webhook) {
        if (channelInstance.equals(DEMO_SHOP)) {
            neighbours.shop().ifPresent(sandbox -> sandbox.sent(webhook));
        }
    }

    private URI seenBy(String caller, String service, URI endpoint) {
        return options.metered() ? metering.inFrontOf(endpoint, service, caller) : endpoint;
    }

    private void finishPollers() throws InterruptedException {
        for (var started : pollers.stream().toList()) {
            started.finish();
        }
    }
}
