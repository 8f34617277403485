/** Engagements, the sentiment of their texts, and corrections of it. */
@NullMarked
package io.rapport.report.domain.engagement;

import org.jspecify.annotations.NullMarked;
