/** Suggested merges that wait for a human decision. */
@NullMarked
package io.rapport.identity.domain.review;

import org.jspecify.annotations.NullMarked;
