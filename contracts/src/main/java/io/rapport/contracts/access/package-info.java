/** Access tokens and their scopes. */
@NullMarked
package io.rapport.contracts.access;

import org.jspecify.annotations.NullMarked;
