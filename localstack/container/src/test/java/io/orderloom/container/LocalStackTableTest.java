package io.orderloom.container;

import io.orderloom.aws.contract.Aws;
import io.orderloom.aws.contract.TableContract;

class LocalStackTableTest extends TableContract {
    @Override
    protected Aws open() {
        return Stack.onEndpointOrSkip("table");
    }
}
