/** The rules of telling: how long is waited, for whom, and when nobody is called. */
@NullMarked
package io.orderloom.fanout;

import org.jspecify.annotations.NullMarked;
