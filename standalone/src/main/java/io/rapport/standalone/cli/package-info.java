/** The commands `demo`, `up` and `import`. */
@NullMarked
package io.rapport.standalone.cli;

import org.jspecify.annotations.NullMarked;
