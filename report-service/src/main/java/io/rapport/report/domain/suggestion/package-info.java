/** Suggestions about people that users dismissed. */
@NullMarked
package io.rapport.report.domain.suggestion;

import org.jspecify.annotations.NullMarked;
