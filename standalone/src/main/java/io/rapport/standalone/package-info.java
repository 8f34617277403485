/** An installation in one process: commands, data folder, broker, store, the gateway and the four services. */
@NullMarked
package io.rapport.standalone;

import org.jspecify.annotations.NullMarked;
