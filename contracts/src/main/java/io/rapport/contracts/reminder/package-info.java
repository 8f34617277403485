/** What users want to be reminded of. */
@NullMarked
package io.rapport.contracts.reminder;

import org.jspecify.annotations.NullMarked;
