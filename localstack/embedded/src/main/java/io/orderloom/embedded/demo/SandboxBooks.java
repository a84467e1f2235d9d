package io.orderloom.embedded.demo;

import io.orderloom.embedded.erp.Document;
import io.orderloom.embedded.erp.SandboxErpServer;
import java.util.List;

/** The sales orders that the sandbox ERP has booked. */
record SandboxBooks(SandboxErpServer erp) implements BookedOrders {

    @Override
    public List<Entry> entries() {
        return erp.documents().stream().map(SandboxBooks::entry).toList();
    }

    private static Entry entry(Document document) {
        return new Entry(
                document.order().externalId(),
                document.id(),
                document.total(),
                document.state() == Document.State.CANCELLED);
    }
}
