package io.orderloom.cdk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.topology.Function;
import java.nio.file.Path;
import java.util.Map;

/**
 * The properties of an {@link Orderloom}: a stage, and the packages of its functions. A parameter
 * that is not set has the value that {@code infrastructure/cdk/cdk.json} gives all stages; {@code
 * docs/operations.md}, "Parameters", explains each.
 */
public final class OrderloomProps {
    private final Stage stage;
    private final FunctionPackages packages;

    private OrderloomProps(Stage stage, FunctionPackages packages) {
        this.stage = stage;
        this.packages = packages;
    }

    /**
     * @param stage lower-case letters and digits, in front of all names; one that begins with
     *     {@code prod} keeps its orders when its stack is deleted
     * @param root of the project, in which {@code make build} or {@code make native} was run
     */
    public static Builder builder(String stage, Path root) {
        return new Builder(stage, root);
    }

    Stage stage() {
        return stage;
    }

    Map<Function, FunctionPackage> packages() {
        return packages.of(stage);
    }

    /**
     * Each method changes one parameter; {@link #build} refuses parameters that contradict each
     * other.
     */
    public static final class Builder {
        private final String stage;
        private final Path root;
        private final ObjectNode own = JsonNodeFactory.instance.objectNode();

        private Builder(String stage, Path root) {
            this.stage = stage;
            this.root = root;
        }

        /**
         * Adds a channel instance; call it once for each.
         *
         * @param instance the last part of its webhooks' path
         * @param platform for example {@code shopify}
         * @param shop the only shop whose webhooks are accepted
         */
        public Builder channel(String instance, String platform, String shop) {
            own.withObject("/channels").putObject(instance).put("type", platform).put("shop", shop);
            return this;
        }

        /**
         * The ERP that the orders are booked in.
         *
         * @param type the adapter, for example {@code odoo}
         * @param url the address of the ERP
         */
        public Builder erp(String type, String url) {
            own.withObject("/erp").put("type", type).put("url", url);
            return this;
        }

        /**
         * A further setting of the ERP that is not secret: {@code database} of odoo, for example.
         */
        public Builder erpSetting(String name, String value) {
            own.withObject("/erp").put(name, value);
            return this;
        }

        /** Adds a subscriber of lifecycle events; call it once for each. */
        public Builder subscriber(String name, String url) {
            own.withArray("/subscribers").addObject().put("name", name).put("url", url);
            return this;
        }

        /**
         * A setting of the functions by the name of its variable; must not be secret. {@code
         * ORDERLOOM_DUE_AFTER}, for example.
         */
        public Builder environment(String name, String value) {
            own.withObject("/environment").put(name, value);
            return this;
        }

        /**
         * The way in which a new version is rolled out: {@code none}, {@code AllAtOnce}, or one of
         * CodeDeploy's configurations.
         */
        public Builder deployment(String configuration) {
            own.put("deployment", configuration);
            return this;
        }

        /** Sets whether there are alarms and a dashboard. */
        public Builder watched(boolean watched) {
            own.put("watched", watched);
            return this;
        }

        /** {@code http-api} or {@code function-url}. */
        public Builder door(String kind) {
            own.put("door", kind);
            return this;
        }

        /** {@code native}, {@code jvm} or {@code any}. */
        public Builder packages(String choice) {
            own.put("packages", choice);
            return this;
        }

        /** {@code arm64} or {@code x86_64}. */
        public Builder architecture(String machine) {
            own.put("architecture", machine);
            return this;
        }

        /** The mail address that alarms are sent to. */
        public Builder alarmEmail(String address) {
            own.withArray("/alarmEmails").add(address);
            return this;
        }

        /**
         * @throws RuntimeException if a parameter can't be used; the message names it
         */
        public OrderloomProps build() {
            var settings = Settings.read(root).with(stage, own.deepCopy());
            return new OrderloomProps(settings.stage(stage), new FunctionPackages(root));
        }
    }
}
