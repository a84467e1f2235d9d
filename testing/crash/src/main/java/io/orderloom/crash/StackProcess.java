package io.orderloom.crash;

import io.orderloom.embedded.demo.Shop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** A {@link StackUnderTest} as a child process that can be killed. */
final class StackProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration TO_DIE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Process process;
    private final PrintStream input;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final List<String> lines = new ArrayList<>();
    private boolean ended;

    /**
     * Starts the process and does not wait until it is up.
     *
     * @param words options after the root, as for {@code make run}
     */
    StackProcess(Path root, List<String> words) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-XX:+UseSerialGC",
                                "-Xmx512m",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                StackUnderTest.class.getName(),
                                root.toString()));
        command.addAll(words);
        this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
        this.input = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        Thread.ofVirtual().start(this::read);
    }

    /** A shop that sends to the stack's door; waits until the door is open. */
    Shop shop() throws InterruptedException {
        var words = await(line -> line.startsWith(StackUnderTest.DOOR)).split(" ", -1);
        return new Shop(URI.create(words[1]), words[2]);
    }

    /** Holds the first function that reaches the point. */
    void standStillAt(Point point) {
        input.println(point.code());
    }

    void awaitStandstill() throws InterruptedException {
        var _ = await(line -> line.startsWith(StackUnderTest.STANDS_STILL));
    }

    /**
     * Waits until an event was delivered.
     *
     * @param kind of the event
     * @param subject the order that it is about
     */
    void awaitTold(String kind, String subject) throws InterruptedException {
        var _ = await((StackUnderTest.TOLD + kind + " " + subject)::equals);
    }

    /** Waits for a line of the process's output and returns it, even if it was printed before. */
    String await(Predicate<String> wanted) throws InterruptedException {
        var left = PATIENCE.toNanos();
        lock.lock();
        try {
            while (true) {
                var found = lines.stream().filter(wanted).findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
                if (left <= 0 || ended) {
                    throw new IllegalStateException(
                            "the stack ended or did not print the awaited line within %s:%n%s"
                                    .formatted(PATIENCE, String.join("\n", lines)));
                }
                left = more.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sends SIGKILL to the stack's process alone.
     *
     * @return descriptions of its child processes that still run some time later
     */
    List<String> kill() throws InterruptedException {
        var started = process.toHandle().descendants().toList();
        process.destroyForcibly().waitFor();
        var until = System.nanoTime() + TO_DIE.toNanos();
        while (started.stream().anyMatch(StackProcess::runs) && System.nanoTime() < until) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return started.stream()
                .filter(StackProcess::runs)
                .map(one -> "process %d still runs after its stack ended".formatted(one.pid()))
                .toList();
    }

    /**
     * Returns whether the process runs. A zombie, which has ended and was not reaped yet, has no
     * command.
     */
    private static boolean runs(ProcessHandle one) {
        return one.isAlive() && one.info().command().isPresent();
    }

    private void read() {
        try (var output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                var next = line;
                changed(() -> lines.add(next));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            changed(() -> ended = true);
        }
    }

    private void changed(Runnable how) {
        lock.lock();
        try {
            how.run();
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
