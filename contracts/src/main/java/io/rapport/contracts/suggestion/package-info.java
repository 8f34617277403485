/** Suggestions of people that users dismissed. */
@NullMarked
package io.rapport.contracts.suggestion;

import org.jspecify.annotations.NullMarked;
