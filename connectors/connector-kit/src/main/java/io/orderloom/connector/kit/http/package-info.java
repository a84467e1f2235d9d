/** HTTP calls and their signatures, as every connector makes them. */
@NullMarked
package io.orderloom.connector.kit.http;

import org.jspecify.annotations.NullMarked;
