/** Users of an agency: invitation, role, password and end of sessions. */
@NullMarked
package io.rapport.ingest.domain.user;

import org.jspecify.annotations.NullMarked;
