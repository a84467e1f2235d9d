/** Tests that the proof on the deployed stack can fail. */
@NullMarked
package io.orderloom.deployed;

import org.jspecify.annotations.NullMarked;
