/** Puts the service together and runs its stream. */
@NullMarked
package io.rapport.scoring.config;

import org.jspecify.annotations.NullMarked;
