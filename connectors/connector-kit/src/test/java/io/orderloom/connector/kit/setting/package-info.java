/** Tests how the settings of an instance are read. */
@NullMarked
package io.orderloom.connector.kit.setting;

import org.jspecify.annotations.NullMarked;
