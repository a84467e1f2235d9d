/** JSON whose fields know their paths, so that what is wrong with a payload can be said exactly. */
@NullMarked
package io.orderloom.connector.kit.json;

import org.jspecify.annotations.NullMarked;
