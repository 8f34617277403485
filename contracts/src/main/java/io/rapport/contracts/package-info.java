/** Contracts between services and subscribers: topics, keys, deterministic ids and versioned events. */
@NullMarked
package io.rapport.contracts;

import org.jspecify.annotations.NullMarked;
