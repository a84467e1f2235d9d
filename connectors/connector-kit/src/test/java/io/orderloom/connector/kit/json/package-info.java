@NullMarked
package io.orderloom.connector.kit.json;

import org.jspecify.annotations.NullMarked;
