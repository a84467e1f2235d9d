/**
 * Effects on other systems, each brought about once; and the beans that execute tasks, of which a
 * message finds the one for its own.
 */
@NullMarked
package io.orderloom.kit.task;

import org.jspecify.annotations.NullMarked;
