package io.orderloom.container;

import io.orderloom.aws.contract.Aws;
import io.orderloom.aws.contract.TableContract;

class EmbeddedTableTest extends TableContract {
    @Override
    protected Aws open() {
        return Stack.embedded();
    }
}
