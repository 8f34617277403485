/** E-mail: raw messages (RFC 5322) as a mail server or a relay delivers them. */
@NullMarked
package io.rapport.ingest.source.email;

import org.jspecify.annotations.NullMarked;
