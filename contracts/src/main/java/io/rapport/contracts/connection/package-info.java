/** Connections to platforms: their configuration, their progress and what of their deliveries was set aside. */
@NullMarked
package io.rapport.contracts.connection;

import org.jspecify.annotations.NullMarked;
