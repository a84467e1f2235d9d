package io.orderloom.kit.telemetry;

import io.orderloom.order.Tenancy;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** The fields that every log line of a thread has until this is closed. */
public final class LogContext implements AutoCloseable {
    private static final String TENANT = "tenant";
    private static final String TRACE_ID = "traceId";
    private static final Pattern ROOT = Pattern.compile("(?:^|;)Root=([^;]+)");

    private LogContext() {}

    public static LogContext of(MessageContext trail) {
        MDC.put(MessageContext.CORRELATION_ID, trail.correlationId());
        trail.trace()
                .map(ROOT::matcher)
                .ifPresent(header -> {
                    if (header.find()) {
                        MDC.put(TRACE_ID, header.group(1));
                    }
                });
        return new LogContext();
    }

    /** Adds to the thread's lines whose order they are about. */
    public static void tenancy(Tenancy tenancy) {
        tenancy.tenant().ifPresent(tenant -> MDC.put(TENANT, tenant));
    }

    @Override
    public void close() {
        MDC.remove(TENANT);
        MDC.remove(MessageContext.CORRELATION_ID);
        MDC.remove(TRACE_ID);
    }
}
