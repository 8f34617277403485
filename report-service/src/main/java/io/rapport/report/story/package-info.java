/** REST resources and page of stories about people. */
@NullMarked
package io.rapport.report.story;

import org.jspecify.annotations.NullMarked;
