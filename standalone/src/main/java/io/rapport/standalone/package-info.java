/** Everything in one process: the commands, the data folder, the broker, the store and the four services. */
@NullMarked
package io.rapport.standalone;

import org.jspecify.annotations.NullMarked;
