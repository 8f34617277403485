/** REST and pages of connections, and the addresses that platforms deliver to. */
@NullMarked
package io.rapport.ingest.web.connections;

import org.jspecify.annotations.NullMarked;
