@NullMarked
package io.orderloom.kit.aws;

import org.jspecify.annotations.NullMarked;
