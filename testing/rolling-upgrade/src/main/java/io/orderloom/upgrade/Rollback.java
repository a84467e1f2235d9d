package io.orderloom.upgrade;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.Packaging;
import io.orderloom.embedded.StackOptions;
import io.orderloom.embedded.common.StartupFailure;
import io.orderloom.embedded.emulator.RedeliveryLimits;
import io.orderloom.topology.Function;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
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
     * @param words the directory of the previous version, with its functions packaged; then, if not
     *     all ways are to be proven, the number whose turn decides which
     */
    public static void main(String[] words) throws IOException, InterruptedException {
        try {
            if (words.length != 1 && words.length != 2) {
                throw new StartupFailure(
                        "the directory of the version before is missing; run make rollback");
            }
            var ways = words.length == 1 ? List.of(Way.values()) : Way.ofTurn(number(words[1]));
            var wrong = new Rollback(Path.of(words[0])).prove(ways);
            wrong.forEach(System.err::println);
            System.out.println(
                    wrong.isEmpty()
                            ? "rollback: every order in flight was finished by the other version; ways=%d of %d"
                                    .formatted(ways.size(), Way.values().length)
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

    /** One version's orders in flight, and the version that has to finish them. */
    private enum Way {
        ROLLED_BACK(Version.THIS, Version.BEFORE),
        ROLLED_FORWARD(Version.BEFORE, Version.THIS),
        ROLLED_BACK_IN_PART(Version.THIS, Version.BOTH),
        FROM_A_VERSION_TO_COME(Version.THIS, Version.THIS);

        private final Version from;
        private final Version to;

        Way(Version from, Version to) {
            this.from = from;
            this.to = to;
        }

        /**
         * Two turns prove all ways: back and forward, then back in part and from a later version.
         */
        static List<Way> ofTurn(int turn) {
            return turn % 2 == 0
                    ? List.of(ROLLED_BACK, ROLLED_FORWARD)
                    : List.of(ROLLED_BACK_IN_PART, FROM_A_VERSION_TO_COME);
        }

        String title() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private static int number(String word) {
        try {
            return Integer.parseUnsignedInt(word);
        } catch (NumberFormatException e) {
            throw new StartupFailure(
                    "'%s' is no number of a turn; run make rollback WAYS=turn".formatted(word));
        }
    }

    private List<String> prove(List<Way> ways) throws IOException, InterruptedException {
        var wrong = new ArrayList<String>();
        for (var way : ways) {
            wrong.addAll(handOver(way));
        }
        return wrong;
    }

    private List<String> handOver(Way way) throws IOException, InterruptedException {
        System.out.printf("%s: %s fills, %s finishes%n", way.title(), way.from, way.to);
        var data = DATA.resolve(way.title().replace(' ', '-'));
        List<InFlight> orders;
        try (var stack = EmbeddedStack.start(options(data, way.from, true));
                var filling = new Filling(stack)) {
            orders = filling.fill();
            if (way == Way.FROM_A_VERSION_TO_COME) {
                System.out.printf(
                        "  %d items and messages got a field that no version knows%n",
                        new VersionToCome(stack).rewrite());
            }
        }
        var wrong = new ArrayList<String>();
        try (var stack = EmbeddedStack.start(options(data, way.to, false));
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
        return wrong.stream().map(what -> way.title() + ": " + what).toList();
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
