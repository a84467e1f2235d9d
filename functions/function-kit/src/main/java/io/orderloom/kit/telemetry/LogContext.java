package io.orderloom.kit.telemetry;

import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** The fields that every log line of a thread has until this is closed. */
public final class LogContext implements AutoCloseable {
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

    @Override
    public void close() {
        MDC.remove(MessageContext.CORRELATION_ID);
        MDC.remove(TRACE_ID);
    }
}
