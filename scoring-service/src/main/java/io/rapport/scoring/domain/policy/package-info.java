/** Public thresholds: which changes are published, warmth classes, the captive rule and alerts. */
@NullMarked
package io.rapport.scoring.domain.policy;

import org.jspecify.annotations.NullMarked;
