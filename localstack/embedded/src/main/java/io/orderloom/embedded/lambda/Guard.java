package io.orderloom.embedded.lambda;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Kills the functions' processes when the stack has ended, however it ended. A killed stack can't
 * end them itself, and each would go on with its batch at an ERP that still runs. The guard is a
 * shell that knows their ids and waits for the end of its input, which comes with the stack's end.
 */
final class Guard implements AutoCloseable {
    private static final long TO_END_SECONDS = 5;

    /**
     * A terminal sends its signals to all processes started there; the shell ignores them, so that
     * it outlives the others.
     */
    private static final String SCRIPT =
            """
            trap '' HUP INT TERM
            running=
            while read -r what pid; do
              case $what in
                started) running="$running $pid" ;;
                ended)
                  others=
                  for one in $running; do [ "$one" = "$pid" ] || others="$others $one"; done
                  running=$others ;;
              esac
            done
            [ -z "$running" ] || kill -9 $running
            """;

    private final Process shell;
    private final PrintStream input;

    Guard() {
        var builder =
                new ProcessBuilder("sh", "-c", SCRIPT)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            this.shell = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "can't start sh, which ends the functions with the stack", e);
        }
        this.input = new PrintStream(shell.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Guards the process until it ends. */
    void watch(Process process) {
        say("started", process);
        var _ = process.onExit().thenAccept(ended -> say("ended", ended));
    }

    private synchronized void say(String what, Process process) {
        input.println(what + " " + process.pid());
    }

    /** Kills the processes that still run. */
    @Override
    public void close() {
        input.close();
        try {
            if (!shell.waitFor(TO_END_SECONDS, TimeUnit.SECONDS)) {
                shell.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
