/** Ledgers, and the scores that are pure functions of them: no clock, no framework, the same answer on every machine. */
@NullMarked
package io.rapport.scoring.domain;

import org.jspecify.annotations.NullMarked;
