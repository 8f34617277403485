/** Input records of the matcher and their normalised form. */
@NullMarked
package io.rapport.identity.matching.record;

import org.jspecify.annotations.NullMarked;
