/** Deterministic evidence, joins by rule, and the matching policy of a brand. */
@NullMarked
package io.rapport.identity.domain.link;

import org.jspecify.annotations.NullMarked;
