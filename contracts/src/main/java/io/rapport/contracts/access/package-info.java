/** Who may do what: tokens, as the services tell each other of them. */
@NullMarked
package io.rapport.contracts.access;

import org.jspecify.annotations.NullMarked;
