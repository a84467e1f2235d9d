@NullMarked
package io.orderloom.embedded.rollback;

import org.jspecify.annotations.NullMarked;
