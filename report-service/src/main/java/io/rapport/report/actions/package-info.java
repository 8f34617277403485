/** Forms that record what the brand's staff did for a person: thanks, a call, a meeting or a note, sent to the ingest service. */
@NullMarked
package io.rapport.report.actions;

import org.jspecify.annotations.NullMarked;
