package io.orderloom.embedded;

import io.orderloom.embedded.common.StartupFailure;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * The command line. Secrets are read from the environment only, because other users can see a
 * command line.
 */
public final class Arguments {
    public static final String HELP =
            """
            Starts Orderloom on this machine: queues, table, functions, a sandbox ERP, a subscriber.
              --data DIR            where state is kept (.orderloom)
              --fresh               forget the state of earlier runs first
              --port-http N         the door (8080)       0 = any free port
              --port-sqs N          SQS (9324)
              --port-dynamodb N     DynamoDB (8000)
              --port-erp N          the sandbox ERP (8069)
              --port-subscriber N   the subscriber (8090)
              --port-shop N         the demo shop's API (8091)
              --concurrency N       processes of one function at most (2)
              --packages KIND       jvm, native, or native:FUNCTION,… for those alone (jvm)
              --erp sandbox|odoo    odoo reads ERP_ODOO_URL, ERP_ODOO_DATABASE, ERP_ODOO_API_KEY
              --meter               count requests to SQS and DynamoDB
              --no-aot              start JVM functions without an AOT cache\
            """;

    private final Deque<String> words;
    private final Map<String, String> environment;
    private final StackOptions.Builder options;
    private Ports ports = Ports.DEFAULT;
    private boolean help;

    private Arguments(
            List<String> words, Map<String, String> environment, StackOptions.Builder options) {
        this.words = new ArrayDeque<>(words);
        this.environment = environment;
        this.options = options;
    }

    /**
     * @param defaults the options that hold where the words name no others
     * @throws StartupFailure naming the option that is wrong
     */
    public static Arguments parse(
            List<String> words, Map<String, String> environment, StackOptions.Builder defaults) {
        var arguments = new Arguments(words, environment, defaults);
        while (!arguments.words.isEmpty()) {
            arguments.option(arguments.words.removeFirst());
        }
        return arguments;
    }

    public boolean help() {
        return help;
    }

    public StackOptions.Builder options() {
        return options.ports(ports);
    }

    private void option(String name) {
        switch (name) {
            case "--data" -> options.data(Path.of(value(name)));
            case "--fresh" -> options.fresh(true);
            case "--concurrency" -> options.concurrency(number(name));
            case "--meter" -> options.metered(true);
            case "--no-aot" -> options.aotCaches(false);
            case "--packages" -> options.packaging(Packaging.parse(value(name)));
            case "--erp" -> options.erp(ErpChoice.named(value(name), environment));
            case "--help", "-h" -> help = true;
            case "--port-http" -> ports = ports.withHttp(number(name));
            case "--port-sqs" -> ports = ports.withSqs(number(name));
            case "--port-dynamodb" -> ports = ports.withDynamodb(number(name));
            case "--port-erp" -> ports = ports.withErp(number(name));
            case "--port-subscriber" -> ports = ports.withSubscriber(number(name));
            case "--port-shop" -> ports = ports.withShop(number(name));
            default ->
                    throw new StartupFailure(
                            "unknown option %s; --help lists them".formatted(name));
        }
    }

    private String value(String option) {
        if (words.isEmpty()) {
            throw new StartupFailure(option + " needs a value");
        }
        return words.removeFirst();
    }

    private int number(String option) {
        var value = value(option);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new StartupFailure("%s needs a number, not %s".formatted(option, value), e);
        }
    }
}
