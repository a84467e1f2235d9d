/** Describes what is wrong with a setting by its name and the reason, never by its value. */
@NullMarked
package io.orderloom.kit.setting;

import org.jspecify.annotations.NullMarked;
