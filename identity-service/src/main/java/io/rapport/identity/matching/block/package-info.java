/** Blocking: the index that finds candidate records by shared keys, with a bounded cost per search. */
@NullMarked
package io.rapport.identity.matching.block;

import org.jspecify.annotations.NullMarked;
