/** A person together with all people merged into them, their handles and their client rows. */
@NullMarked
package io.rapport.identity.domain.family;

import org.jspecify.annotations.NullMarked;
