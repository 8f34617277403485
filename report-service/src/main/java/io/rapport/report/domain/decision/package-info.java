/** Decisions of users: how they are saved and published, and why they are rejected. */
@NullMarked
package io.rapport.report.domain.decision;

import org.jspecify.annotations.NullMarked;
