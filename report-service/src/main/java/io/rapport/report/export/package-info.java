/** REST resource that exports everything stored about a person. */
@NullMarked
package io.rapport.report.export;

import org.jspecify.annotations.NullMarked;
