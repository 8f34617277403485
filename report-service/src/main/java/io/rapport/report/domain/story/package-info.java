/** Stories about people. */
@NullMarked
package io.rapport.report.domain.story;

import org.jspecify.annotations.NullMarked;
