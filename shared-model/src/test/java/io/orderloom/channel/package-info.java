@NullMarked
package io.orderloom.channel;

import org.jspecify.annotations.NullMarked;
