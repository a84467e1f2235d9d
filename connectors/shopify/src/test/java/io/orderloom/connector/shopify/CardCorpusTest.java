package io.orderloom.connector.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.card.CardNumbers;
import io.orderloom.connector.kit.json.StrictJson;
import io.orderloom.sample.Samples;
import io.orderloom.source.Payload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Checks that documents published by others hold few numbers that look like card numbers. */
class CardCorpusTest {
    private static final Path CORPUS =
            Path.of(System.getProperty("orderloom.root", "../.."), "../shared/fixtures");

    @BeforeAll
    static void corpusIsThere() {
        if (!Files.isDirectory(CORPUS)) {
            System.err.println("SKIPPED: no payload corpus in " + CORPUS.toAbsolutePath());
        }
        Assumptions.assumeTrue(Files.isDirectory(CORPUS), "no payload corpus in " + CORPUS);
    }

    private static List<Path> files(Path below) {
        try (var files = Files.walk(below)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Test
    void no_byte_of_what_shopify_sends_changes() {
        var read =
                files(CORPUS.resolve("shopify")).stream()
                        .map(file -> Payload.of(Map.of(), bytes(file), Samples.NOW))
                        .filter(webhook -> StrictJson.flaw(webhook.bytes()).isEmpty())
                        .toList();

        assertThat(read).hasSizeGreaterThan(40);
        assertThat(read)
                .allMatch(webhook -> ShopifyCards.masked(webhook).payload().equals(webhook));
    }

    /** Both are parcel numbers. In free text they would be masked, and the order would go on. */
    @Test
    void two_documents_of_the_corpus_hold_a_number_that_looks_like_a_card_number() {
        var found = new TreeMap<String, List<String>>();
        files(CORPUS)
                .forEach(file -> {
                    var numbers =
                            CardNumbers.lastFour(
                                    new String(bytes(file), StandardCharsets.ISO_8859_1));
                    if (!numbers.isEmpty()) {
                        found.put(
                                file.getFileName().toString(),
                                numbers.stream().distinct().toList());
                    }
                });

        assertThat(found)
                .isEqualTo(
                        Map.of(
                                "omniparser-1_canadapost_edi_214.input.x12", List.of("6574"),
                                "af-multiple_tracking_response.xml", List.of("7428")));
    }
}
