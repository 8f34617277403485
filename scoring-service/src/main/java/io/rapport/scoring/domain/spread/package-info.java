/** Sentiment spread: cascades of messages, their reproduction rate and speed, and alerts. */
@NullMarked
package io.rapport.scoring.domain.spread;

import org.jspecify.annotations.NullMarked;
