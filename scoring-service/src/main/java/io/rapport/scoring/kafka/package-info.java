/** What people decide about scoring models, on its way to topics and back. */
@NullMarked
package io.rapport.scoring.kafka;

import org.jspecify.annotations.NullMarked;
