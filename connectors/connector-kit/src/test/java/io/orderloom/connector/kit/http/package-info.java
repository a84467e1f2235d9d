@NullMarked
package io.orderloom.connector.kit.http;

import org.jspecify.annotations.NullMarked;
