package io.orderloom.simulation.odoo;

import io.orderloom.simulation.erp.ErpWeather;
import java.time.Duration;
import java.time.InstantSource;

/** The Odoo of one world, and how it is doing. */
public interface OdooAccount {

    OdooServer server();

    ErpWeather weather();

    InstantSource clock();

    /** Has it done by Odoo, whoever waits for it or not. */
    void later(Duration after, Runnable deed);

    /** A call has begun. */
    void enter();

    void leave();

    /** How many have begun so far. */
    long calls();
}
