/** REST resource, page and forms that dismiss suggestions about people, and what pages leave out for that. */
@NullMarked
package io.rapport.report.suggestions;

import org.jspecify.annotations.NullMarked;
