/** Users of agencies: lookup, passwords, and the backoff of failed attempts to sign in. */
@NullMarked
package io.rapport.web.user;

import org.jspecify.annotations.NullMarked;
