/** Decisions about people: planning, the protocol that carries them out, and their undoing. */
@NullMarked
package io.rapport.identity.domain.decision;

import org.jspecify.annotations.NullMarked;
