package io.orderloom.container;

import io.orderloom.aws.contract.Aws;
import io.orderloom.aws.contract.TableLimits;

class LocalStackTableLimitsTest extends TableLimits {
    @Override
    protected Aws open() {
        return Stack.onEndpointOrSkip("limits");
    }
}
