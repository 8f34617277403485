/** State of people and handles as stored, and the changes that produce the next version. */
@NullMarked
package io.rapport.identity.domain.person;

import org.jspecify.annotations.NullMarked;
