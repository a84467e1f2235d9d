package io.orderloom.simulation.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.fault.Fault;
import io.orderloom.simulation.fault.ErpWeather;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** The Odoo of one world and its present state. */
public interface OdooAccount {

    OdooServer server();

    ErpWeather weather();

    /**
     * The fault with which the account rejects every call, or every call about this order, or empty
     * if it accepts them.
     *
     * @param arguments the call's arguments
     */
    default Optional<Fault> closed(boolean write, JsonNode arguments) {
        return Optional.empty();
    }

    InstantSource clock();

    /** Has Odoo finish the work later, whether or not the caller still waits. */
    void later(Duration after, Runnable deed);

    /** Counts a call that has begun. */
    void enter();

    void leave();

    /** The number of calls that have begun so far. */
    long calls();
}
