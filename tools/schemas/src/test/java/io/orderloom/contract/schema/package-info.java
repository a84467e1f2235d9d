@NullMarked
package io.orderloom.contract.schema;

import org.jspecify.annotations.NullMarked;
