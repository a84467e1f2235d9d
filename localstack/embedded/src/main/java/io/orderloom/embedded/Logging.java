package io.orderloom.embedded;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the emulators from logging each request; their warnings are still logged. */
final class Logging {
    /**
     * Referenced here because the JDK drops loggers that nothing references, and their levels with
     * them.
     */
    private static final List<Logger> TALKATIVE =
            List.of(
                    Logger.getLogger("org.elasticmq"),
                    Logger.getLogger("org.apache.pekko"),
                    Logger.getLogger("org.eclipse.jetty"),
                    Logger.getLogger("scalikejdbc"),
                    Logger.getLogger("software.amazon"));

    /** At each start it warns that messages are kept forever, where AWS has a retention period. */
    private static final Logger SETTING_UP_QUEUES =
            Logger.getLogger("org.elasticmq.rest.sqs.TheSQSRestServerBuilder$$anon$1");

    private Logging() {}

    static void quiet() {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
        SETTING_UP_QUEUES.setLevel(Level.SEVERE);
    }
}
