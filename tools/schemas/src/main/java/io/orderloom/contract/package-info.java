/**
 * Describes data that crosses a boundary or is kept: JSON Schemas and an AsyncAPI document, made
 * from the records as the codec writes them, and compared with what was published.
 */
@NullMarked
package io.orderloom.contract;

import org.jspecify.annotations.NullMarked;
