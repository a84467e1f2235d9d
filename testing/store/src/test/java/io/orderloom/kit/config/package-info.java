@NullMarked
package io.orderloom.kit.config;

import org.jspecify.annotations.NullMarked;
