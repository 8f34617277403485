/** Blocked contacts, and the undoing of unions in bulk. */
@NullMarked
package io.rapport.identity.web.withdrawal;

import org.jspecify.annotations.NullMarked;
