/** Parts of responses that several controllers have: pages of lists and redirects. */
@NullMarked
package io.rapport.ingest.web.response;

import org.jspecify.annotations.NullMarked;
