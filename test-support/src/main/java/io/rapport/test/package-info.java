/** Test fixtures all modules share: a Kafka broker, a browser, timeouts, architecture rules and hostile texts. */
@NullMarked
package io.rapport.test;

import org.jspecify.annotations.NullMarked;
