package io.orderloom.kit.deadletter;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * The reason why handling a message failed the last time.
 *
 * @param at UTC
 * @param what the error; its message only where it can't quote personal data
 * @param where the method of Orderloom's own code that it came from
 */
@RegisterForReflection
public record LastFailure(Instant at, String what, String where) {
    private static final String OURS = "io.orderloom.";
    private static final int LONGEST = 300;

    static LastFailure of(Throwable failure, Instant at, boolean quotable) {
        return new LastFailure(at, what(failure, quotable), where(failure));
    }

    /** One line for a person to read. */
    public String text() {
        return "%s (%s, %s)".formatted(what, where, at);
    }

    private static String what(Throwable failure, boolean quotable) {
        var name = failure.getClass().getSimpleName();
        var words = failure.getMessage();
        if (!quotable || words == null) {
            return name;
        }
        var line = words.lines().findFirst().orElse("");
        return name + ": " + (line.length() > LONGEST ? line.substring(0, LONGEST) + " …" : line);
    }

    private static String where(Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause)
                .flatMap(t -> Stream.of(t.getStackTrace()))
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame ->
                        "%s.%s:%d"
                                .formatted(
                                        simple(frame.getClassName()),
                                        frame.getMethodName(),
                                        frame.getLineNumber()))
                .orElse("not in our code");
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
