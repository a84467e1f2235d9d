/**
 * What crosses a boundary or is kept, described for others: JSON Schemas and an AsyncAPI document,
 * made from the records as the codec writes them, and held to what was published.
 */
@NullMarked
package io.orderloom.contract;

import org.jspecify.annotations.NullMarked;
