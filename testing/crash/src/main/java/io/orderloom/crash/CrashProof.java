package io.orderloom.crash;

import io.orderloom.embedded.Packaging;
import io.orderloom.embedded.StackOptions;
import io.orderloom.embedded.common.StartupFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Kills the packaged functions' processes at every point at which they touch the outside, then the
 * whole stack, and reports the result of each order. The exit code is 0 only if each order is in
 * the ERP once.
 */
public final class CrashProof {
    private static final int DID_NOT_HOLD = 1;
    private static final int WRONG_USE = 2;
    private static final int MOST_ROUNDS = 60;

    private CrashProof() {}

    /**
     * @param arguments {@code jvm} or {@code native}, and optionally the largest number of rounds
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            System.exit(run(arguments) ? 0 : DID_NOT_HOLD);
        } catch (StartupFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(WRONG_USE);
        }
    }

    private static boolean run(String[] arguments) throws IOException, InterruptedException {
        var root = Path.of("");
        var data = root.resolve(".orderloom").resolve("chaos");
        var options =
                StackOptions.of(root)
                        .packaging(Packaging.parse(arguments[0]))
                        .aotCaches(true)
                        .data(data);
        var stacks =
                new StackProcesses(
                        root, List.of("--packages", arguments[0], "--data", data.toString()));
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : MOST_ROUNDS;
        Consumer<String> progress = System.out::println;
        try (var proof = new Proof(options, progress)) {
            proof.killFunctions(rounds);
            proof.restart();
            var moments = KillPoint.ALL.stream().limit(rounds).toList();
            proof.killStacks(stacks, moments);
            var ledger = proof.audited();
            ledger.wrong().forEach(System.out::println);
            proof.missed().forEach(point -> System.out.println(point + " was not reached again"));
            System.out.printf(
                    "chaos-real: kills=%d stack_kills=%d %s%n",
                    proof.killed().size(), moments.size(), ledger);
            return ledger.holds();
        }
    }
}
