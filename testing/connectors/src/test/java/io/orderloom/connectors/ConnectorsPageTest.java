package io.orderloom.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.channel.ChannelAdapter;
import io.orderloom.channel.Refunds;
import io.orderloom.erp.ErpConnector;
import io.orderloom.sample.Pages;
import io.orderloom.subscriber.Subscribers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed page shows what the beans of all connectors declare. */
@QuarkusTest
class ConnectorsPageTest {
    @Inject @Any Instance<ChannelAdapter> channels;
    @Inject @Any Instance<Refunds> refunds;
    @Inject @Any Instance<ErpConnector> erps;
    @Inject @Any Instance<Subscribers> subscribers;

    private String printed() {
        // A port that connectors implement is a line here, and a column of the page.
        var ports = new LinkedHashMap<String, Instance<?>>();
        ports.put("channel (webhook)", channels);
        ports.put("refunds", refunds);
        ports.put("ERP", erps);
        ports.put("subscriber", subscribers);
        return ConnectorsPage.of(
                List.copyOf(ports.keySet()),
                ports.entrySet().stream()
                        .<Offer>flatMap(port -> offers(port.getValue(), port.getKey()))
                        .toList(),
                erps.stream().toList());
    }

    private static Stream<Offer> offers(Instance<?> beans, String port) {
        return beans.stream().map(bean -> Offer.of(bean, port));
    }

    @Test
    void the_committed_page_is_what_connectors_declare() throws IOException {
        var printed = printed();

        var page = Pages.committed("connectors.md", printed);

        assertThat(page).as("make docs prints it").isEqualTo(printed);
    }
}
