@NullMarked
package io.orderloom.kit.secret;

import org.jspecify.annotations.NullMarked;
