/** JSON whose fields know their paths, so that an error in a payload can name the exact place. */
@NullMarked
package io.orderloom.connector.kit.json;

import org.jspecify.annotations.NullMarked;
