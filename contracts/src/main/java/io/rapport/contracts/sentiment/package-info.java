/** Sentiment of texts and its spread. */
@NullMarked
package io.rapport.contracts.sentiment;

import org.jspecify.annotations.NullMarked;
