package io.orderloom.simulation.erp;

import java.time.Duration;

/** What the ERP is like at the moment. */
public interface ErpWeather {

    /** What goes wrong in the next call. */
    ErpFault next(boolean write);

    /** How long an ordinary call takes. */
    Duration latency();

    /** How long a slow one takes; less than callers wait. */
    Duration slowness();

    /** After this searches show everything that was committed before. */
    Duration settlingTime();

    /** How long a document that is seen late is not shown; less than the settling time. */
    Duration unseenFor();

    /** How long a job, a file or an answer lies there before it is dealt with. */
    Duration idle();
}
