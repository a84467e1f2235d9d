@NullMarked
package io.orderloom.connector.webhook;

import org.jspecify.annotations.NullMarked;
