/** A month as a document: its parts in order, as CSV and as PDF with the agency's mark. */
@NullMarked
package io.rapport.report.month.document;

import org.jspecify.annotations.NullMarked;
