/** REST resource and page of content resonance. */
@NullMarked
package io.rapport.report.content;

import org.jspecify.annotations.NullMarked;
