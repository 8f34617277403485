/** Unions whose evidence was withdrawn: by a corrected list, by a blocked contact, or by a user in bulk. */
@NullMarked
package io.rapport.identity.domain.withdrawal;

import org.jspecify.annotations.NullMarked;
