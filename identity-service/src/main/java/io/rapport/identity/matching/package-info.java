/** Record linkage: decides which records of a brand describe the same person, with evidence. No storage, clock or randomness. */
@NullMarked
package io.rapport.identity.matching;

import org.jspecify.annotations.NullMarked;
