package io.orderloom.emulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A command of the project, run in its root to its end.
 *
 * @param said the output on both streams
 */
record Command(int status, String said) {
    private static final Path ROOT = Path.of("../..");

    static Command run(Map<String, String> environment, String... words) {
        return run(environment, List.of(words));
    }

    /**
     * @param environment added to the test's own; an empty value removes a variable
     */
    static Command run(Map<String, String> environment, List<String> words) {
        var builder = new ProcessBuilder(words).directory(ROOT.toFile()).redirectErrorStream(true);
        environment.forEach((name, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        // A make that runs these tests passes its own settings on.
        List.of("MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKEOVERRIDES", "STAGE", "ENDPOINT", "DATA")
                .stream()
                .filter(name -> !environment.containsKey(name))
                .forEach(builder.environment()::remove);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Command(process.waitFor(), said);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
