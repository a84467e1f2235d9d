package io.orderloom.simulation.erp;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.fault.Fault;
import io.orderloom.simulation.erp.SimulatedBooks.Commit;
import io.orderloom.simulation.fault.ErpWeather;
import io.orderloom.simulation.odoo.OdooAccount;
import io.orderloom.simulation.odoo.OdooLedger;
import io.orderloom.simulation.odoo.OdooServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** An account whose ERP is an Odoo. Its documents are in the same books as those of the twins. */
final class OdooHost implements OdooAccount, OdooLedger {
    private static final Commit AS_DRAFT = new Commit(false, Duration.ZERO);

    private final ErpHost host;
    private final OdooServer server;
    private int late;

    OdooHost(ErpHost host) {
        this.host = host;
        this.server = new OdooServer(this, host.scheduler());
    }

    @Override
    public boolean sells(String sku) {
        return host.sells(sku);
    }

    @Override
    public long enter(Draft draft) {
        return Long.parseLong(
                host.books()
                        .enter(draft.reference(), OdooSold.of(draft), draft.total(), AS_DRAFT)
                        .id());
    }

    @Override
    public void confirm(long id) {
        host.books().confirm(Long.toString(id));
    }

    @Override
    public void cancel(long id) {
        host.books().cancel(Long.toString(id));
    }

    @Override
    public OdooServer server() {
        return server;
    }

    @Override
    public ErpWeather weather() {
        return host.weather();
    }

    @Override
    public Optional<Fault> closed(boolean write, JsonNode arguments) {
        return host.weather().closed(write, arguments.toString());
    }

    @Override
    public InstantSource clock() {
        return host.scheduler();
    }

    @Override
    public void later(Duration after, Runnable deed) {
        late++;
        host.scheduler()
                .after(
                        after,
                        () -> {
                            late--;
                            deed.run();
                        });
    }

    boolean isDone() {
        return late == 0;
    }

    @Override
    public void enter() {
        host.enter();
    }

    @Override
    public void leave() {
        host.leave();
    }

    @Override
    public long calls() {
        return host.calls();
    }
}
