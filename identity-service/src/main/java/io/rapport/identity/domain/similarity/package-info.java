/** Probabilistic matching: the index of each brand, single records, whole brands and updates of peer instances. */
@NullMarked
package io.rapport.identity.domain.similarity;

import org.jspecify.annotations.NullMarked;
