package io.orderloom.embedded;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the emulators from telling about each request; their warnings still show. */
final class Logging {
    /** Held here, because the JDK forgets loggers that nobody holds, and their levels with them. */
    private static final List<Logger> TALKATIVE =
            List.of(
                    Logger.getLogger("org.elasticmq"),
                    Logger.getLogger("org.apache.pekko"),
                    Logger.getLogger("org.eclipse.jetty"),
                    Logger.getLogger("scalikejdbc"),
                    Logger.getLogger("software.amazon"));

    /** Warns at each start that messages stay for good here, where AWS has a period. */
    private static final Logger SETTING_UP_QUEUES =
            Logger.getLogger("org.elasticmq.rest.sqs.TheSQSRestServerBuilder$$anon$1");

    private Logging() {}

    static void quiet() {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
        SETTING_UP_QUEUES.setLevel(Level.SEVERE);
    }
}
