/** Issue and revocation of the links with which clients read a brand. */
@NullMarked
package io.rapport.ingest.domain.link;

import org.jspecify.annotations.NullMarked;
