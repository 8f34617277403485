/** Starts and stops a whole installation in one process. */
@NullMarked
package io.rapport.standalone.launcher;

import org.jspecify.annotations.NullMarked;
