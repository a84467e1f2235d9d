package io.orderloom.container;

import io.orderloom.aws.contract.Aws;
import io.orderloom.aws.contract.TableLimits;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KnownDifferences.class)
class EndpointTableLimitsTest extends TableLimits {
    @Override
    protected Aws open() {
        return Stack.onEndpointOrSkip("limits");
    }
}
