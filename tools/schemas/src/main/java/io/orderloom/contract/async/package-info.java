/** The AsyncAPI 3.0 document of events and queues. */
@NullMarked
package io.orderloom.contract.async;

import org.jspecify.annotations.NullMarked;
