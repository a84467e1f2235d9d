/**
 * Settings of functions, the sources that may change them, and what is wrong with one, by its name
 * and the reason and never by its value.
 */
@NullMarked
package io.orderloom.kit.setting;

import org.jspecify.annotations.NullMarked;
