package io.orderloom.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.sample.Pages;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class HistoriesPageTest {
    @Test
    void named_histories_go_as_the_page_shows() throws IOException {
        assertThat(Pages.committed("order-histories.md", HistoriesPage.text()))
                .as("docs/order-histories.md; `make docs` prints it anew")
                .isEqualTo(HistoriesPage.text());
    }
}
