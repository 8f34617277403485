/** Erasure of people: removal, redaction of references, and suppression of later writes. */
@NullMarked
package io.rapport.identity.domain.erasure;

import org.jspecify.annotations.NullMarked;
