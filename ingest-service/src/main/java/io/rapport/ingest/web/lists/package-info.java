/** Import of client and staff lists. */
@NullMarked
package io.rapport.ingest.web.lists;

import org.jspecify.annotations.NullMarked;
