/** Why decisions of users are rejected. */
@NullMarked
package io.rapport.report.domain.decision;

import org.jspecify.annotations.NullMarked;
