package io.orderloom.embedded.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.embedded.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A process that would run on for long ends with the stack that started it. */
class GuardTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void a_watched_process_ends_when_its_host_is_killed() throws Exception {
        var host =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Host.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var watched = ProcessHandle.of(pid(host)).orElseThrow();
        assertThat(runs(watched)).isTrue();

        host.destroyForcibly().waitFor();

        Await.until(PATIENCE, () -> !runs(watched));
    }

    /** A process that has ended but was not yet reaped by its new parent has no command. */
    private static boolean runs(ProcessHandle one) {
        return one.isAlive() && one.info().command().isPresent();
    }

    @Test
    void a_watched_process_ends_when_the_guard_is_closed() throws Exception {
        var watched = sleep();
        var guard = new Guard();
        guard.watch(watched);

        guard.close();

        assertThat(watched.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_process_that_ended_by_itself_is_no_longer_watched() throws Exception {
        var first = sleep();
        var second = sleep();
        var guard = new Guard();
        guard.watch(first);
        guard.watch(second);

        first.destroy();
        first.waitFor();
        assertThat(second.isAlive()).isTrue();
        guard.close();

        assertThat(second.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private static long pid(Process host) throws IOException {
        var output =
                new BufferedReader(
                        new InputStreamReader(host.getInputStream(), StandardCharsets.UTF_8));
        return Long.parseLong(String.valueOf(output.readLine()));
    }

    private static Process sleep() throws IOException {
        return new ProcessBuilder("sleep", "600").start();
    }

    /** Starts a process, prints its id, and runs until it is killed. */
    static final class Host {
        private Host() {}

        public static void main(String[] words) throws IOException {
            var watched = sleep();
            new Guard().watch(watched);
            System.out.println(watched.pid());
            var _ = System.in.read();
        }
    }
}
