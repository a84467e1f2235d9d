package io.orderloom.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusTest {
    private static final Path PAYLOADS_OF_OTHERS =
            Path.of(System.getProperty("orderloom.root", "../.."), "../shared/fixtures/shopify");

    @TempDir private Path temporary;

    private CorpusFolder folder;

    @BeforeEach
    void emptyFolder() {
        folder = new CorpusFolder(temporary);
    }

    @Test
    void an_order_whose_money_adds_up_is_accepted() throws IOException {
        folder.with("shopify/orders-create/mugs.json", CorpusFolder.order("30.00"));

        var run = folder.run(Readers.all());

        assertThat(run.last())
                .isEqualTo("corpus: payloads=1 accepted=1 held=0 refused=0 unnamed=0 mismatched=0");
        assertThat(run.line("shopify/")).isEqualTo("shopify/orders-create 1 1 0 0 0 0 0");
        assertThat(run.status()).isZero();
    }

    @Test
    void refusals_for_the_same_mistake_are_one_row_with_its_first_file() throws IOException {
        folder.with("shopify/orders-create/a.json", CorpusFolder.order("31.00"))
                .with("shopify/orders-create/b.json", CorpusFolder.order("29.40"))
                .with("shopify/orders-create/c.json", "{\"id\": 7}")
                .with("shopify/orders-create/d.xml", "<order/>")
                .with("shopify/carts-create/e.json", "{\"id\": 7, \"token\": \"x\"}");

        var run = folder.run(Readers.all());

        assertThat(run.line("2 money"))
                .startsWith("2 money total: stated #, but lines # + shipping #")
                .endsWith("(shopify/orders-create/a.json)");
        assertThat(run.line("1 money"))
                .isEqualTo("1 money currency: is missing (shopify/orders-create/c.json)");
        assertThat(run.line("1 format")).startsWith("1 format body: is no JSON");
        assertThat(run.line("1 topic"))
                .isEqualTo("1 topic topic carts/create is not read (shopify/carts-create/e.json)");
        assertThat(run.last())
                .isEqualTo("corpus: payloads=5 accepted=0 held=0 refused=5 unnamed=0 mismatched=0");
        assertThat(run.status()).isZero();
    }

    @Test
    void a_platform_without_a_connector_is_named_and_not_counted() throws IOException {
        folder.with("bazaar/orders/a.json", "{}")
                .with("bazaar/orders/b.csv", "id;total")
                .with("README.md", "no payload");

        var run = folder.run(Readers.all());

        assertThat(run.line("bazaar")).isEqualTo("bazaar: no reader (2 payloads, not counted)");
        assertThat(run.last()).startsWith("corpus: payloads=0 ");
        assertThat(run.status()).isZero();
    }

    @Test
    void an_index_says_what_a_file_is_also_from_the_folder_above() throws IOException {
        folder.with("INDEX.tsv", "path\ttopic\tbytes\nbox/1.json\tshopify/orders-create\t9\n")
                .with("box/1.json", CorpusFolder.order("30.00"));

        var whole = folder.run(Readers.all());
        var part = CorpusFolder.run(temporary.resolve("box"), Readers.all());

        assertThat(whole.line("shopify/")).isEqualTo("shopify/orders-create 1 1 0 0 0 0 0");
        assertThat(part.lines()).isEqualTo(whole.lines());
    }

    @Test
    void a_platform_or_a_topic_of_it_can_be_run_alone() throws IOException {
        folder.with("shopify/orders-create/deep/1.json", CorpusFolder.order("30.00"));

        var whole = folder.run(Readers.all());
        var platform = CorpusFolder.run(temporary.resolve("shopify"), Readers.all());
        var topic = CorpusFolder.run(temporary.resolve("shopify/orders-create"), Readers.all());

        assertThat(platform.lines()).isEqualTo(whole.lines());
        assertThat(topic.lines()).isEqualTo(whole.lines());
    }

    @Test
    void an_answer_of_the_shop_s_api_holds_payloads_of_their_own() throws IOException {
        var order = CorpusFolder.order("30.00");
        folder.with("shopify/admin-rest-order/one.json", "{\"order\": " + order + "}")
                .with(
                        "shopify/admin-rest-order/two.json",
                        "{\"orders\": [" + order + "," + CorpusFolder.order("3.00") + "]}");

        var run = folder.run(Readers.all());

        assertThat(run.line("shopify/")).isEqualTo("shopify/admin-rest-order 3 2 0 0 1 0 0");
        assertThat(run.line("1 money")).endsWith("(shopify/admin-rest-order/two.json#2)");
    }

    @Test
    void a_recorded_webhook_comes_with_its_own_topic() throws IOException {
        folder.with(
                "shopify/box/1.json",
                "{\"headers\": {\"X-Shopify-Topic\": \"carts/update\"}, \"body\": {\"id\": 7}}");

        var run = folder.run(Readers.all());

        assertThat(run.line("1 topic"))
                .isEqualTo("1 topic topic carts/update is not read (shopify/box/1.json)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "[1]",
                "{}",
                "{\"order\": {}}",
                "{\"orders\": []}",
                "{\"order\": {\"id\": 1e999999999}}",
                "{\"id\": 1, \"id\": 2}",
                "{\"headers\": {\"a\": {}}, \"body\": \"<order/>\"}",
                "{\"headers\": {\"A\": 1, \"a\": null}, \"body\": {}}",
                "\uFEFF{}",
                "\u0000",
            })
    void whatever_a_file_holds_its_payload_is_refused_for_a_reason(String content)
            throws IOException {
        folder.with("shopify/orders-create/1.json", content);

        var run = folder.run(Readers.all());

        assertThat(run.last())
                .isEqualTo("corpus: payloads=1 accepted=0 held=0 refused=1 unnamed=0 mismatched=0");
    }

    @Test
    void a_file_too_deep_for_any_reader_is_refused() throws IOException {
        for (int depth : new int[] {60, 70, 990, 1_010, 100_000}) {
            var deep = "{\"order\":".repeat(depth) + "{}" + "}".repeat(depth);
            folder.with("shopify/orders-create/" + depth + ".json", deep);
        }

        var run = folder.run(Readers.all());

        assertThat(run.last()).contains("payloads=5").contains("refused=5 unnamed=0");
    }

    @Test
    void a_folder_that_is_not_there_is_named() throws IOException {
        var run = CorpusFolder.run(temporary.resolve("none"), Readers.all());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.last()).contains("none' is no folder");
    }

    @Test
    void payloads_of_others_end_as_named_and_keep_their_money() throws IOException {
        if (!Files.isDirectory(PAYLOADS_OF_OTHERS)) {
            System.err.println(
                    "SKIPPED: no payload corpus in " + PAYLOADS_OF_OTHERS.toAbsolutePath());
        }
        Assumptions.assumeTrue(
                Files.isDirectory(PAYLOADS_OF_OTHERS),
                "no payload corpus in " + PAYLOADS_OF_OTHERS);

        var run = CorpusFolder.run(PAYLOADS_OF_OTHERS, Readers.all());

        assertThat(run.lines()).noneMatch(line -> line.startsWith("unnamed:"));
        assertThat(run.last())
                .matches("corpus: payloads=\\d{3} accepted=\\d{2,} .* unnamed=0 mismatched=0");
        assertThat(run.status()).isZero();
    }
}
