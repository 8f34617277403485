/** Follows the topics and hands what they say to the projections. */
@NullMarked
package io.rapport.report.kafka;

import org.jspecify.annotations.NullMarked;
