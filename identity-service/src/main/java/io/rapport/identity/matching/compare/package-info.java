/** Comparison rules: levels of agreement between two normalised records. */
@NullMarked
package io.rapport.identity.matching.compare;

import org.jspecify.annotations.NullMarked;
