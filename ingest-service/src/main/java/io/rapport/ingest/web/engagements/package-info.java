/** Intake of engagements as JSON or CSV, and the list of rejected rows. */
@NullMarked
package io.rapport.ingest.web.engagements;

import org.jspecify.annotations.NullMarked;
