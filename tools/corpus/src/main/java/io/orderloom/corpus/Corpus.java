package io.orderloom.corpus;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Runs every payload of a folder through its platform's adapter and the order core: {@code java -cp
 * … io.orderloom.corpus.Corpus DIR}.
 *
 * <p>Exits with 0 if each payload was accepted, held or refused for a reason that has a name, with
 * 1 if one was not or its money does not fit, and with 2 if there is no such folder.
 */
public final class Corpus {
    private static final int NO_FOLDER = 2;

    private final Readers readers;
    private final PrintStream out;
    private final Instant now;

    Corpus(Readers readers, PrintStream out, Instant now) {
        this.readers = readers;
        this.out = out;
        this.now = now;
    }

    public static void main(String[] args) throws IOException {
        var corpus = new Corpus(Readers.all(), System.out, Instant.now());
        System.exit(corpus.run(Path.of(args.length == 0 ? "" : args[0])));
    }

    int run(Path folder) throws IOException {
        if (folder.toString().isBlank() || !Files.isDirectory(folder)) {
            out.printf(
                    "'%s' is no folder; CORPUS=DIR names one that holds platform/topic/payload%n",
                    folder);
            return NO_FOLDER;
        }
        var report = new CorpusReport();
        for (var file : CorpusFiles.below(folder, readers)) {
            readers.of(file.platform())
                    .ifPresentOrElse(
                            reader -> file(reader, file, report), () -> report.withoutReader(file));
        }
        report.print(out);
        return report.sound() ? 0 : 1;
    }

    private void file(PlatformReader reader, CorpusFile file, CorpusReport report) {
        try {
            var trial = new PayloadTrial(reader, now);
            for (var enclosed : Envelope.open(Files.readAllBytes(file.path()))) {
                report.add(file, enclosed.place(), trial.fate(file.topic(), enclosed));
            }
        } catch (IOException unreadable) {
            report.add(file, "", new PayloadFate.Unnamed("the file can't be read: " + unreadable));
        } catch (RuntimeException | StackOverflowError bug) {
            report.add(file, "", PayloadFate.Unnamed.of(bug));
        }
    }
}
