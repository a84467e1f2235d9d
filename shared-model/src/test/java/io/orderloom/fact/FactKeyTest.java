package io.orderloom.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"|||", "shopify/demo-shop|order-placed|450789469|1", "a b|%|ü|: /"})
    void a_key_is_read_back_from_its_text(String text) {
        assertThat(FactKey.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a|b|c", "a|b|c|d|e"})
    void a_text_of_another_form_is_no_key(String text) {
        assertThat(FactKey.read(text)).isEmpty();
        assertThatThrownBy(() -> FactKey.parse(text))
                .hasMessage("a fact key has four parts: '%s'", text);
    }

    @Test
    void an_id_with_a_bar_is_refused_before_it_is_in_a_key_that_nobody_can_read() {
        assertThatThrownBy(() -> new FactKey("edi/acme", "order-placed", "PO|7", "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("sourceId", "'PO|7'", "state the fact under another id");
    }
}
