/** Reads the settings of one configured instance into a connector's own record. */
@NullMarked
package io.orderloom.connector.kit.setting;

import org.jspecify.annotations.NullMarked;
