package io.orderloom.cdk;

import io.orderloom.topology.Function;
import java.util.Map;

/** The door of a stage, for the other parts of the stack. */
sealed interface Door {

    /**
     * The door's own metric, by the name that it has at the HTTP API and in the topology.
     *
     * @param metric {@code Count}, {@code 4xx} or {@code 5xx}
     */
    Watched counted(String metric);

    /** The address that webhooks are sent to, without the path. */
    String url();

    /**
     * @param id the id of the HTTP API
     */
    record Api(String id, String url) implements Door {

        @Override
        public Watched counted(String metric) {
            return new Watched("", "AWS/ApiGateway", metric, Map.of("ApiId", id));
        }
    }

    /**
     * @param functionName the function whose address this is
     */
    record Url(String functionName, String url) implements Door {

        @Override
        public Watched counted(String metric) {
            var counted = metric.equals("Count") ? "UrlRequestCount" : "Url" + metric + "Count";
            return new Watched(
                    Function.INTAKE.label(),
                    "AWS/Lambda",
                    counted,
                    Map.of("FunctionName", functionName));
        }
    }
}
