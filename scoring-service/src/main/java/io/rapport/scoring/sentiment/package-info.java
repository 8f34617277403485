/** Rule-based sentiment analysis with word lists: deterministic, without a framework. */
@NullMarked
package io.rapport.scoring.sentiment;

import org.jspecify.annotations.NullMarked;
