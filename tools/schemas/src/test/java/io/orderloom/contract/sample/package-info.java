/** Values of every type that has a schema, for tests. */
@NullMarked
package io.orderloom.contract.sample;

import org.jspecify.annotations.NullMarked;
