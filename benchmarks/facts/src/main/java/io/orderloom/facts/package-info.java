/** Takes facts in that no connector takes in yet. */
@NullMarked
package io.orderloom.facts;

import org.jspecify.annotations.NullMarked;
