/** Brands: registration, staff, prices, column mappings and the current day. */
@NullMarked
package io.rapport.contracts.brand;

import org.jspecify.annotations.NullMarked;
