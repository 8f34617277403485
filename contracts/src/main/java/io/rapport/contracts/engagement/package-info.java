/** Engagements between handles and a brand, accepted or rejected. */
@NullMarked
package io.rapport.contracts.engagement;

import org.jspecify.annotations.NullMarked;
