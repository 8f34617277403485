/** Whose relationships are measured, and which day it is there. */
@NullMarked
package io.rapport.contracts.brand;

import org.jspecify.annotations.NullMarked;
