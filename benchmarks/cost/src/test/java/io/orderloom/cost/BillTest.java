package io.orderloom.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.embedded.meter.Count;
import io.orderloom.embedded.meter.Metering;
import io.orderloom.topology.Function;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests the bill of ten orders with round figures at the committed prices. */
class BillTest {
    private static Bill bill(Map<Metering.Key, Count> requests, Consumption.Work intake)
            throws Exception {
        var prices = Prices.read(Path.of("../..").resolve(CostBench.PRICES));
        var used = new Consumption(requests, Map.of(Function.INTAKE, intake));
        return Bill.of(new Measured(Scenario.ALONE, 10, used), prices);
    }

    private static Count count(long requests, long bytes, String writeUnits) {
        return new Count(requests, bytes, 0, new BigDecimal(writeUnits), BigDecimal.ZERO);
    }

    @Test
    void each_part_is_its_units_times_its_price() throws Exception {
        var work = new Consumption.Work(10, Duration.ofSeconds(4), Duration.ZERO, 0, 0);

        var bill =
                bill(
                        Map.of(
                                new Metering.Key("normalize", "dynamodb", "PutItem"),
                                count(1, 9, "130")),
                        work);

        assertThat(bill.part(Bill.Part.WRITES)).isEqualByComparingTo("0.000008125");
        assertThat(bill.part(Bill.Part.DOOR)).isEqualByComparingTo("0.000001");
        assertThat(bill.part(Bill.Part.INVOCATIONS)).isEqualByComparingTo("0.0000002");
        // 4 s of 256 MB are one GB-second, and an order's share is a tenth of it.
        assertThat(bill.part(Bill.Part.DURATION)).isEqualByComparingTo("0.00000133334");
    }

    @Test
    void only_what_goes_into_inbound_is_a_standard_queue_and_each_64_kb_counts() throws Exception {
        var send = new Metering.Key("intake", "sqs", "SendMessage");
        var receive = new Metering.Key("poller of erp", "sqs", "ReceiveMessage");

        var bill =
                bill(
                        Map.of(send, count(10, 700_000, "0"), receive, count(10, 9, "0")),
                        Consumption.Work.NONE);

        // Two chunks each of the first at 0.40 a million, one of the second at 0.50 a million.
        assertThat(bill.part(Bill.Part.QUEUES)).isEqualByComparingTo("0.0000013");
    }
}
