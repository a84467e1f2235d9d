/**
 * Settings that functions read at their start, and what is wrong with one, by its name and the
 * reason and never by its value.
 */
@NullMarked
package io.orderloom.kit.setting;

import org.jspecify.annotations.NullMarked;
