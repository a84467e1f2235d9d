/** The data of lifecycle events, one record for each kind of event. */
@NullMarked
package io.orderloom.event;

import org.jspecify.annotations.NullMarked;
