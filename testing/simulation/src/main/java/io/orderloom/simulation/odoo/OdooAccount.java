package io.orderloom.simulation.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.fault.Fault;
import io.orderloom.simulation.erp.ErpWeather;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** The Odoo of one world, and how it is doing. */
public interface OdooAccount {

    OdooServer server();

    ErpWeather weather();

    /**
     * Why it takes no call just now, or none about this, if it takes none.
     *
     * @param arguments what the call says
     */
    default Optional<Fault> closed(boolean write, JsonNode arguments) {
        return Optional.empty();
    }

    InstantSource clock();

    /** Has it done by Odoo, whoever waits for it or not. */
    void later(Duration after, Runnable deed);

    /** A call has begun. */
    void enter();

    void leave();

    /** How many have begun so far. */
    long calls();
}
