package io.orderloom.container;

import io.orderloom.aws.contract.Clock;
import io.orderloom.aws.contract.ScheduleContract;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KnownDifferences.class)
class EndpointScheduleTest extends ScheduleContract {
    private static final Duration WHERE_NONE_IS_AWAITED = Duration.ofSeconds(15);

    @Override
    protected Clock open() {
        return Clocks.onEndpointOrSkip();
    }

    /**
     * LocalStack is known to call nothing, so the wait for its calls is shorter, which saves
     * minutes in CI.
     */
    @Override
    protected Duration patience() {
        return Emulator.asked() == Emulator.LOCALSTACK ? WHERE_NONE_IS_AWAITED : super.patience();
    }
}
