/** What is wrong with a setting, told by its name and the reason, and never by its value. */
@NullMarked
package io.orderloom.kit.setting;

import org.jspecify.annotations.NullMarked;
