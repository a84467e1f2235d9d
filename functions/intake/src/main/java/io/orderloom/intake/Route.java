package io.orderloom.intake;

import io.orderloom.topology.Function;
import java.net.URI;
import java.util.Optional;

/** The topology's route to intake, for a function URL, which knows no routes. */
final class Route {
    private static final String[] METHOD_AND_PATH =
            Function.INTAKE.route().orElseThrow().split(" ", 2);
    private static final int OPENING = METHOD_AND_PATH[1].indexOf('{');
    private static final String BEFORE = METHOD_AND_PATH[1].substring(0, OPENING);

    static final String METHOD = METHOD_AND_PATH[0];

    /** The name of the variable part of the path. */
    static final String PARAMETER =
            METHOD_AND_PATH[1].substring(OPENING + 1, METHOD_AND_PATH[1].length() - 1);

    private Route() {}

    /**
     * The variable part of the path, decoded as API Gateway does it; empty for a path that is not
     * the route's.
     *
     * @param rawPath percent-encoded
     */
    static Optional<String> parameter(String rawPath) {
        return Optional.of(rawPath)
                .filter(path -> path.startsWith(BEFORE))
                .map(path -> path.substring(BEFORE.length()))
                .filter(rest -> !rest.isEmpty() && rest.indexOf('/') < 0)
                .flatMap(Route::decoded);
    }

    private static Optional<String> decoded(String part) {
        try {
            return Optional.of(URI.create("/" + part).getPath().substring(1));
        } catch (IllegalArgumentException _) {
            // An unknown sender's path may hold anything.
            return Optional.empty();
        }
    }
}
