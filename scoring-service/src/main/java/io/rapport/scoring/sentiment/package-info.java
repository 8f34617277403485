/** Judges how a text is meant, by word lists and rules: no clock, no framework, the same answer on every machine. */
@NullMarked
package io.rapport.scoring.sentiment;

import org.jspecify.annotations.NullMarked;
