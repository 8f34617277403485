/** Intake of engagements: validation, deduplication within a request, and rejection. */
@NullMarked
package io.rapport.ingest.domain.engagement;

import org.jspecify.annotations.NullMarked;
