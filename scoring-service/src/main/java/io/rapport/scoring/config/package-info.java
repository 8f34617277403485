/** Spring configuration of the service, and the lifecycle of the stream. */
@NullMarked
package io.rapport.scoring.config;

import org.jspecify.annotations.NullMarked;
