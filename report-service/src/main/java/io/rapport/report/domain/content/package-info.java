/** Resonance of posts by channel and day. */
@NullMarked
package io.rapport.report.domain.content;

import org.jspecify.annotations.NullMarked;
