/** Random secrets and their hashes. */
@NullMarked
package io.rapport.web.secret;

import org.jspecify.annotations.NullMarked;
