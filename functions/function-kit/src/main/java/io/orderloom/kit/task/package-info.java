/**
 * Effects on other systems, each brought about once; and the beans that execute tasks, among which
 * the one for a message's task is found.
 */
@NullMarked
package io.orderloom.kit.task;

import org.jspecify.annotations.NullMarked;
