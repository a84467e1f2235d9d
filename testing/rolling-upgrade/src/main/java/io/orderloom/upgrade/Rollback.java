package io.orderloom.upgrade;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.Packaging;
import io.orderloom.embedded.StackOptions;
import io.orderloom.embedded.StartupFailure;
import io.orderloom.embedded.emulator.RedeliveryLimits;
import io.orderloom.topology.Function;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code make rollback}: one version leaves orders at every point, the other finishes them. */
public final class Rollback {
    private static final int BROKEN = 1;
    private static final int WRONG_USE = 2;
    private static final Path ROOT = Path.of("");
    private static final Path DATA = ROOT.resolve(".orderloom").resolve("rollback");

    /**
     * The visibility timeout, which is longer than it takes to leave the orders: the messages that
     * a killed function was handling stay hidden until then.
     */
    private static final Duration OUT_OF_SIGHT = Duration.ofSeconds(45);

    private final Path before;

    private Rollback(Path before) {
        this.before = before;
    }

    /**
     * @param words the directory of the previous version, with its functions packaged
     */
    public static void main(String[] words) throws IOException, InterruptedException {
        try {
            if (words.length != 1) {
                throw new StartupFailure(
                        "the directory of the version before is missing; run make rollback");
            }
            var wrong = new Rollback(Path.of(words[0])).prove();
            wrong.forEach(System.err::println);
            System.out.println(
                    wrong.isEmpty()
                            ? "rollback: every order in flight was finished by the other version"
                            : "rollback: BROKEN, %d findings".formatted(wrong.size()));
            System.exit(wrong.isEmpty() ? 0 : BROKEN);
        } catch (StartupFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(WRONG_USE);
        }
    }

    /** The version of the functions that run. */
    private enum Version {
        THIS,
        BEFORE,
        /** Some functions of each version, as in the middle of a deployment. */
        BOTH
    }

    private List<String> prove() throws IOException, InterruptedException {
        var wrong = new ArrayList<String>();
        wrong.addAll(handOver("rolled back", Version.THIS, Version.BEFORE, false));
        wrong.addAll(handOver("rolled forward", Version.BEFORE, Version.THIS, false));
        wrong.addAll(handOver("rolled back in part", Version.THIS, Version.BOTH, false));
        wrong.addAll(handOver("from a version to come", Version.THIS, Version.THIS, true));
        return wrong;
    }

    private List<String> handOver(String name, Version from, Version to, boolean newer)
            throws IOException, InterruptedException {
        System.out.printf("%s: %s fills, %s finishes%n", name, from, to);
        var data = DATA.resolve(name.replace(' ', '-'));
        List<InFlight> orders;
        try (var stack = EmbeddedStack.start(options(data, from, true));
                var filling = new Filling(stack)) {
            orders = filling.fill();
            if (newer) {
                System.out.printf(
                        "  %d items and messages got a field that no version knows%n",
                        new VersionToCome(stack).rewrite());
            }
        }
        var wrong = new ArrayList<String>();
        try (var stack = EmbeddedStack.start(options(data, to, false));
                var finishing = new Finishing(stack)) {
            wrong.addAll(finishing.finish(orders));
        }
        // This version sweeps in the end, since an earlier version may know fewer sweeps.
        try (var stack = EmbeddedStack.start(options(data, Version.THIS, false));
                var finishing = new Finishing(stack)) {
            wrong.addAll(finishing.keptOnWorkList());
        }
        orders.forEach(order -> System.out.printf("  left: %s%n", order.where()));
        System.out.printf(
                "  %d orders, %s%n", orders.size(), wrong.isEmpty() ? "all finished" : wrong);
        return wrong.stream().map(what -> name + ": " + what).toList();
    }

    private StackOptions options(Path data, Version version, boolean fresh) {
        return StackOptions.of(ROOT)
                .archives(archives(version))
                .cache(ROOT.resolve(".orderloom").resolve("cache"))
                .data(data)
                .fresh(fresh)
                .queueLimits(new RedeliveryLimits(Optional.of(OUT_OF_SIGHT), Optional.empty()))
                .environment(Map.of("ORDERLOOM_LEASE", "5s"))
                .build();
    }

    private Map<Function, Path> archives(Version version) {
        var now = Packaging.JVM.archives(ROOT);
        var then = Earlier.archives(before);
        return switch (version) {
            case THIS -> now;
            case BEFORE -> then;
            case BOTH -> {
                var both = new EnumMap<>(now);
                for (var function : List.of(Function.NORMALIZE, Function.REFUND_COMPENSATION)) {
                    both.put(function, then.getOrDefault(function, before));
                }
                yield both;
            }
        };
    }
}
