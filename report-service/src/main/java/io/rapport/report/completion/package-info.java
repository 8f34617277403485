/** Notices that months of brands are over. */
@NullMarked
package io.rapport.report.completion;

import org.jspecify.annotations.NullMarked;
