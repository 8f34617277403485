/** Ports of the repositories, with the documents they keep. */
@NullMarked
package io.rapport.identity.domain.store;

import org.jspecify.annotations.NullMarked;
