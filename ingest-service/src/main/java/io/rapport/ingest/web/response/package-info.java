/** Parts of responses that several controllers have: pages of lists. */
@NullMarked
package io.rapport.ingest.web.response;

import org.jspecify.annotations.NullMarked;
