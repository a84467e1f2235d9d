/** JSON Schemas (draft 2020-12) of records, as the codec writes them. */
@NullMarked
package io.orderloom.contract.schema;

import org.jspecify.annotations.NullMarked;
