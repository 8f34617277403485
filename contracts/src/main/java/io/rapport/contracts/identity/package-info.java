/** Persons, the assignment of handles to them, client lists and erasures. */
@NullMarked
package io.rapport.contracts.identity;

import org.jspecify.annotations.NullMarked;
