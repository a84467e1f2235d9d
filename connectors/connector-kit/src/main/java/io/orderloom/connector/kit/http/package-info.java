/** HTTP calls and their signatures, shared by all connectors. */
@NullMarked
package io.orderloom.connector.kit.http;

import org.jspecify.annotations.NullMarked;
