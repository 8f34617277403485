/** Pulls the connections whose platforms do not push: one instance for each connection, page by page. */
@NullMarked
package io.rapport.ingest.pull;

import org.jspecify.annotations.NullMarked;
