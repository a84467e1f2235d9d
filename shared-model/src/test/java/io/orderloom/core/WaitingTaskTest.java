package io.orderloom.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.exception.Fingerprint;
import io.orderloom.exception.OrderException;
import io.orderloom.exception.OrderException.Owner;
import io.orderloom.exception.OrderException.Type;
import io.orderloom.sample.Samples;
import io.orderloom.task.TaskKind;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finds the task that an exception keeps from going on, from the text that is stored of it. */
class WaitingTaskTest {

    private static OrderException stored(Type type, String path, String text) {
        return new OrderException(
                new Fingerprint.OfUnknownForm(text),
                type,
                path,
                "detail",
                Owner.ERP_TEAM,
                Samples.NOW,
                Samples.CORRELATION,
                Optional.empty(),
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "ERP_POST; ERP; u:MUG; erp/sandbox|erp-refused|demo-shop:1|u:MUG|ERP|u:MUG",
                "ERP_POST; ERP; a|b; erp/sandbox|erp-refused|demo-shop:1|a/b|ERP|a|b",
                "ERP_POST; ERP; erp.in-doubt; erp/sandbox|erp-in-doubt|demo-shop:1|1|ERP|erp.in-doubt",
                "ERP_CANCEL; ERP; paid; erp/sandbox|erp-cancel-refused|demo-shop:1|paid|ERP|paid",
                "REFUND; REFUND; no; shopify/demo|refund-failed|demo-shop:1|no|REFUND|no",
                "ERP_POST; CONFLICT; erp-refused; erp/sandbox|erp-refused|demo-shop:1|u|CONFLICT",
                "ERP_CANCEL; TASK; erp-cancel; demo-shop:1|task|erp-cancel",
                "REFUND; REFUND; refund; demo-shop:1|task|refund",
                "ERP_POST; DEAD_LETTER; erp-post; dead-letter|erp|demo-shop:1/erp-post/1",
            })
    void the_waiting_task_is_that_of_the_fact_the_task_or_the_message_that_the_exception_names(
            TaskKind task, Type type, String path, String text) {
        assertThat(AutoResolution.task(stored(type, path, text))).contains(task);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "MONEY; total; shopify/demo|order-placed|1|1|MONEY|total",
                "PAYLOAD; body; 1a2b|PAYLOAD|body",
                "SUBSCRIBER; crm; demo-shop:1/erp/sandbox|erp-refused|demo-shop:1|u|ERP|u|untold|crm",
                "SUBSCRIBER; crm; subscriber|crm|outage",
                "DEAD_LETTER; status; dead-letter|status|demo-shop:1/erp/a|erp-refused|1|u|ERP|u",
                "ERP; account.credentials; account|odoo|credentials",
                "OWNERSHIP; note; card-number|demo-shop",
                "CONFLICT; FACT#a|b|c|d; log-tampered|FACT#a|b|c|d",
                "CONFLICT; erp.documents; demo-shop:1|CONFLICT|erp.documents",
                "ERP; lines.sku; written|erp-refused|by|some|other|version",
            })
    void there_is_no_waiting_task_where_the_exception_names_something_else(
            Type type, String path, String text) {
        assertThat(AutoResolution.task(stored(type, path, text))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "REFUND; refund; shop:PO|7|task|refund",
                "TASK; refund; shop:|task|refund|task|refund",
            })
    void the_waiting_task_is_found_although_the_id_of_the_order_holds_bars(
            Type type, String path, String text) {
        assertThat(AutoResolution.task(stored(type, path, text))).contains(TaskKind.REFUND);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "x|erp-refused|1|PAYLOAD|body",
                "x|erp-refused|1|2|PAYLOAD|body",
                "x|task|PAYLOAD|body"
            })
    void a_delivery_that_is_named_like_a_refusal_has_no_waiting_task(String text) {
        assertThat(AutoResolution.task(stored(Type.PAYLOAD, "body", text))).isEmpty();
    }
}
