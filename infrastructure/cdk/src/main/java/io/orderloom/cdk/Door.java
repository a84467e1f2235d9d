package io.orderloom.cdk;

import io.orderloom.topology.Function;
import java.util.Map;

/** The door of a stage, as others know it. */
sealed interface Door {

    /**
     * What it counts, by the name that the topology has for it: that of the HTTP API.
     *
     * @param metric {@code Count}, {@code 4xx} or {@code 5xx}
     */
    Watched counted(String metric);

    /** Where webhooks go, without the path. */
    String url();

    /**
     * @param id of the HTTP API
     */
    record Api(String id, String url) implements Door {

        @Override
        public Watched counted(String metric) {
            return new Watched("", "AWS/ApiGateway", metric, Map.of("ApiId", id));
        }
    }

    /**
     * @param functionName of the one whose address it is
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
