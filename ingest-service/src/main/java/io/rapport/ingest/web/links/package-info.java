/** The links with which clients read a brand: administration, and the page that such a link opens. */
@NullMarked
package io.rapport.ingest.web.links;

import org.jspecify.annotations.NullMarked;
