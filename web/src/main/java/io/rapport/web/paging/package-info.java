/** Keyset paging: page requests, cursors and pages. */
@NullMarked
package io.rapport.web.paging;

import org.jspecify.annotations.NullMarked;
