/** Building blocks shared by the stages: source topics, public events, throttled buffers and wall-clock schedules. */
@NullMarked
package io.rapport.scoring.topology.support;

import org.jspecify.annotations.NullMarked;
