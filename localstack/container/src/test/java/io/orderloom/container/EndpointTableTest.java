package io.orderloom.container;

import io.orderloom.aws.contract.Aws;
import io.orderloom.aws.contract.TableContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KnownDifferences.class)
class EndpointTableTest extends TableContract {
    @Override
    protected Aws open() {
        return Stack.onEndpointOrSkip("table");
    }
}
