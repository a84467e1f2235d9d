/**
 * A warehouse that reports each shipment in a line, {@code SHIPPED|pipe-shop:1001|S-1|1=2}, signed
 * in the header {@code dock-key} with the secret itself.
 */
@NullMarked
package com.example.dock;

import org.jspecify.annotations.NullMarked;
