/** Issue and revocation of access tokens. */
@NullMarked
package io.rapport.ingest.domain.token;

import org.jspecify.annotations.NullMarked;
