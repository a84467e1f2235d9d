package io.orderloom.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A folder of payloads of our own, and what running it says. */
record CorpusFolder(Path path) {
    private static final Instant NOW = Instant.parse("2026-11-02T15:04:05Z");

    /** An order of two mugs and its shipping: 30.00 USD. */
    static String order(String total) {
        return """
        {"id": 71, "admin_graphql_api_id": "gid://shopify/Order/71", "currency": "USD",
         "created_at": "2026-11-01T09:00:00Z", "financial_status": "paid", "total_price": "%s",
         "line_items": [{"id": 1, "title": "Mug", "quantity": 2, "price": "12.50"}],
         "shipping_lines": [{"id": 2, "title": "Post", "price": "5.00"}]}
        """
                .formatted(total);
    }

    CorpusFolder with(String file, String content) throws IOException {
        var place = path.resolve(file);
        Files.createDirectories(place.resolveSibling("."));
        Files.writeString(place, content);
        return this;
    }

    Run run(Readers readers) throws IOException {
        return run(path, readers);
    }

    static Run run(Path folder, Readers readers) throws IOException {
        var said = new ByteArrayOutputStream();
        try (var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            int status = new Corpus(readers, out, NOW).run(folder);
            return new Run(status, said.toString(StandardCharsets.UTF_8).lines().toList());
        }
    }

    record Run(int status, List<String> lines) {
        String last() {
            return lines.getLast();
        }

        /** The line that begins with these words, with single blanks. */
        String line(String beginning) {
            return lines.stream()
                    .map(line -> line.strip().replaceAll(" +", " "))
                    .filter(line -> line.startsWith(beginning))
                    .findFirst()
                    .orElse("no line begins with " + beginning + " in " + lines);
        }
    }
}
