/** The JSON, the clients and the failure that every part of the stack uses. */
@NullMarked
package io.orderloom.embedded.common;

import org.jspecify.annotations.NullMarked;
