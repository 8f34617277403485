/** Classification of a scored pair: confirmed, inferred, for review or contested. */
@NullMarked
package io.rapport.identity.matching.outcome;

import org.jspecify.annotations.NullMarked;
