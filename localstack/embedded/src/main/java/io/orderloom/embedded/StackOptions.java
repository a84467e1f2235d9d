package io.orderloom.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.embedded.common.StartupFailure;
import io.orderloom.embedded.emulator.RedeliveryLimits;
import io.orderloom.embedded.erp.PostingRules;
import io.orderloom.embedded.http.ProxyHook;
import io.orderloom.embedded.poller.RetryDelay;
import io.orderloom.embedded.subscriber.ReceivedEvent;
import io.orderloom.topology.Function;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The options of a stack. Start from {@link #of} and change what differs.
 *
 * @param data directory of all state
 * @param cache directory of what can be made again: unpacked functions, AOT caches
 * @param fresh deletes the state of earlier runs first
 * @param durable false keeps queues and table in memory: for measurements, which need them once
 * @param concurrency most processes of one function
 * @param archives the functions to run and the archive of each
 * @param handlers the class and method that Lambda's Java runtime calls
 * @param memoryOptions limits for a JVM and a native executable alike
 * @param demoShopApi a shop at Shopify in place of the demo shop's sandbox
 * @param channels further channel instances beside the demo shop
 * @param subscribers further subscribers beside the stack's own, notified before it
 * @param otherKinds subscribers of other kinds, as {@code ORDERLOOM_SUBSCRIBERS} writes them
 * @param environment further variables for every function
 * @param secretStore whether secrets are read from a store as on AWS, or from variables
 * @param functionTimeout replaces each function's own
 * @param retryDelay when a batch whose invocation failed becomes visible again
 * @param schedules whether the clock calls the functions, as EventBridge Scheduler does
 * @param metered whether requests to SQS and DynamoDB are counted
 * @param aotCaches whether missing AOT caches are made before the start
 * @param detour a proxy hook between the functions and the services that they call
 * @param progress gets one line for each step, and later one for each function that fails
 * @param listener gets each event that reaches the subscriber
 */
public record StackOptions(
        Path data,
        Path cache,
        boolean fresh,
        boolean durable,
        Ports ports,
        int concurrency,
        Map<Function, Path> archives,
        Map<Function, String> handlers,
        List<String> memoryOptions,
        ErpChoice erp,
        Optional<ChannelOption.Api> demoShopApi,
        List<ChannelOption> channels,
        List<URI> subscribers,
        List<JsonNode> otherKinds,
        Map<String, String> environment,
        boolean secretStore,
        RedeliveryLimits queueLimits,
        Optional<Duration> functionTimeout,
        RetryDelay retryDelay,
        boolean schedules,
        boolean metered,
        boolean aotCaches,
        ProxyHook detour,
        Consumer<String> progress,
        Consumer<ReceivedEvent> listener) {

    private static final String FUNQY = "io.quarkus.funqy.lambda.FunqyStreamHandler::handleRequest";

    public StackOptions {
        if (concurrency < 1) {
            throw new StartupFailure("concurrency is 1 or more, not " + concurrency);
        }
        archives = Map.copyOf(archives);
        handlers = Map.copyOf(handlers);
        environment = Map.copyOf(environment);
        subscribers = List.copyOf(subscribers);
        otherKinds = List.copyOf(otherKinds);
    }

    /**
     * All functions as built below {@code root}, on any free ports, behaving as on AWS.
     *
     * @param root of the project
     */
    public static Builder of(Path root) {
        return new Builder(root);
    }

    /** Each method changes one option. */
    public static final class Builder {
        private final Path root;
        private Path data;
        private Path cache;
        private boolean fresh;
        private boolean durable = true;
        private Ports ports = Ports.ANY;
        private int concurrency = 2;
        private Map<Function, Path> archives;
        private final Map<Function, String> handlers = new EnumMap<>(Function.class);
        private List<String> memoryOptions = List.of("-Xmx160m", "-Xss512k");
        private ErpChoice erp = new ErpChoice.Sandbox(PostingRules.DEFAULT);
        private Optional<ChannelOption.Api> demoShopApi = Optional.empty();
        private List<ChannelOption> channels = List.of();
        private List<URI> subscribers = List.of();
        private List<JsonNode> otherKinds = List.of();
        private Map<String, String> environment = Map.of();
        private boolean secretStore;
        private RedeliveryLimits queueLimits = RedeliveryLimits.OF_TOPOLOGY;
        private Optional<Duration> functionTimeout = Optional.empty();
        private RetryDelay retryDelay = new RetryDelay.VisibilityTimeout();
        private boolean schedules = true;
        private boolean metered;
        private boolean aotCaches;
        private ProxyHook detour = ProxyHook.NONE;
        private Consumer<String> progress = _ -> {};
        private Consumer<ReceivedEvent> listener = _ -> {};

        private Builder(Path root) {
            this.data = root.resolve(".orderloom");
            this.cache = data.resolve("cache");
            this.root = root;
            this.archives = Packaging.fromSystemProperty().archives(root);
            handler(FUNQY);
        }

        public Builder data(Path directory) {
            data = directory;
            return this;
        }

        public Builder cache(Path directory) {
            cache = directory;
            return this;
        }

        public Builder fresh(boolean forget) {
            fresh = forget;
            return this;
        }

        public Builder durable(boolean keep) {
            durable = keep;
            return this;
        }

        public Builder ports(Ports numbers) {
            ports = numbers;
            return this;
        }

        public Builder concurrency(int processes) {
            concurrency = processes;
            return this;
        }

        public Builder archives(Map<Function, Path> of) {
            archives = of;
            return this;
        }

        /** Uses the built functions, each as a native executable or on the JVM. */
        public Builder packaging(Packaging which) {
            archives = which.archives(root);
            return this;
        }

        /** Uses another package for one function. */
        public Builder archive(Function function, Path of) {
            var others = new EnumMap<>(archives);
            others.put(function, of);
            archives = others;
            return this;
        }

        /** Sets the same handler for all functions. */
        public final Builder handler(String classAndMethod) {
            for (var function : Function.values()) {
                handler(function, classAndMethod);
            }
            return this;
        }

        public final Builder handler(Function function, String classAndMethod) {
            handlers.put(function, classAndMethod);
            return this;
        }

        public Builder memoryOptions(List<String> options) {
            memoryOptions = options;
            return this;
        }

        public Builder erp(ErpChoice choice) {
            erp = choice;
            return this;
        }

        /**
         * @param address of the shop, below which its Admin API is
         * @param token for the Admin API
         */
        public Builder demoShopApi(URI address, String token) {
            demoShopApi = Optional.of(new ChannelOption.Api(address, token));
            return this;
        }

        public Builder channels(List<ChannelOption> others) {
            channels = others;
            return this;
        }

        /**
         * @param addresses where events are to be sent, signed with the secret of the stack's own
         */
        public Builder subscribers(List<URI> addresses) {
            subscribers = addresses;
            return this;
        }

        public Builder otherKinds(List<JsonNode> subscribers) {
            otherKinds = subscribers;
            return this;
        }

        public Builder environment(Map<String, String> variables) {
            environment = variables;
            return this;
        }

        public Builder secretStore(boolean apart) {
            secretStore = apart;
            return this;
        }

        public Builder queueLimits(RedeliveryLimits limits) {
            queueLimits = limits;
            return this;
        }

        public Builder functionTimeout(Duration timeout) {
            functionTimeout = Optional.of(timeout);
            return this;
        }

        public Builder retryDelay(RetryDelay delay) {
            retryDelay = delay;
            return this;
        }

        public Builder schedules(boolean call) {
            schedules = call;
            return this;
        }

        public Builder metered(boolean count) {
            metered = count;
            return this;
        }

        public Builder aotCaches(boolean make) {
            aotCaches = make;
            return this;
        }

        public Builder detour(ProxyHook between) {
            detour = between;
            return this;
        }

        public Builder progress(Consumer<String> lines) {
            progress = lines;
            return this;
        }

        public Builder listener(Consumer<ReceivedEvent> events) {
            listener = events;
            return this;
        }

        public StackOptions build() {
            return new StackOptions(
                    data,
                    cache,
                    fresh,
                    durable,
                    ports,
                    concurrency,
                    archives,
                    handlers,
                    memoryOptions,
                    erp,
                    demoShopApi,
                    channels,
                    subscribers,
                    otherKinds,
                    environment,
                    secretStore,
                    queueLimits,
                    functionTimeout,
                    retryDelay,
                    schedules,
                    metered,
                    aotCaches,
                    detour,
                    progress,
                    listener);
        }
    }
}
