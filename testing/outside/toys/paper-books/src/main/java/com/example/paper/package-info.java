/**
 * An ERP that keeps one line of text for each order, {@code OPEN|25.00|USD}, under our external id.
 */
@NullMarked
package com.example.paper;

import org.jspecify.annotations.NullMarked;
