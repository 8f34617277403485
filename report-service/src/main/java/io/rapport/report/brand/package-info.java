/** The list of brands, the page of a brand and its Return on Relationships. */
@NullMarked
package io.rapport.report.brand;

import org.jspecify.annotations.NullMarked;
