/** Sentiment of message texts: judgement, corrections and remembered polarities. */
@NullMarked
package io.rapport.scoring.topology.handle.text;

import org.jspecify.annotations.NullMarked;
