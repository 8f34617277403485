/** Publishes decisions about scoring models and reads them back from their topics. */
@NullMarked
package io.rapport.scoring.kafka;

import org.jspecify.annotations.NullMarked;
