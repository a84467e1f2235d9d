/**
 * The rules for notifying subscribers: how long to wait, for which of them, and when to call none.
 */
@NullMarked
package io.orderloom.fanout;

import org.jspecify.annotations.NullMarked;
