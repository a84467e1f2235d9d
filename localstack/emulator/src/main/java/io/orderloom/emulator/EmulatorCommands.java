package io.orderloom.emulator;

import io.orderloom.embedded.DirectorySecrets;
import io.orderloom.embedded.common.StartupFailure;
import io.orderloom.topology.Function;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * {@code packages}, {@code secrets DIRECTORY}, {@code sandbox shop|erp|subscriber DIRECTORY},
 * {@code stage-secrets DIRECTORY}; in the project's root.
 */
public final class EmulatorCommands {
    private static final int WRONG_USE = 2;
    private static final Path CLIENT = Path.of("localstack/embedded/target/ric");

    private EmulatorCommands() {}

    public static void main(String[] words) throws InterruptedException {
        try {
            run(List.of(words));
        } catch (StartupFailure e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_USE);
        }
    }

    private static void run(List<String> words) throws InterruptedException {
        switch (String.join(" ", words.subList(0, Math.min(1, words.size())))) {
            case "packages" -> packages();
            case "secrets" -> DirectorySecrets.in(Path.of(word(words, 1, "DIRECTORY")));
            case "sandbox" -> {
                Sandbox.named(word(words, 1, "shop, erp or subscriber"))
                        .run(Path.of(word(words, 2, "DIRECTORY")));
                new CountDownLatch(1).await();
            }
            case "stage-secrets" -> {
                System.out.println(SandboxStageSecrets.of(Path.of(word(words, 1, "DIRECTORY"))));
            }
            default ->
                    throw new StartupFailure(
                            "%s is no command; there are packages, secrets, sandbox and stage-secrets"
                                    .formatted(words));
        }
    }

    private static String word(List<String> words, int place, String meaning) {
        if (place >= words.size()) {
            throw new StartupFailure(
                    "%s lacks a word: %s; add it".formatted(String.join(" ", words), meaning));
        }
        return words.get(place);
    }

    private static void packages() {
        Stream.of(Function.values()).parallel().forEach(EmulatorCommands::pack);
    }

    private static void pack(Function function) {
        var target = Path.of("functions", function.label(), "target");
        var classes = target.resolve("function.zip");
        if (!Files.isRegularFile(classes)) {
            throw new StartupFailure(
                    "%s is not built: run 'make build' first".formatted(function.label()));
        }
        var written = target.resolve("process/function.zip");
        var archive = new ClassArchive(function, target.resolve("process-rehearsal.log"));
        new ProcessPackage(classes, CLIENT).write(written, archive);
    }
}
