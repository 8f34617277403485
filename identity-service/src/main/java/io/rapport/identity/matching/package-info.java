/** Decides which records of a brand speak of the same person, and shows why: no storage, no clock, no chance. */
@NullMarked
package io.rapport.identity.matching;

import org.jspecify.annotations.NullMarked;
