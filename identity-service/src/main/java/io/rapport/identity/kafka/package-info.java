/** How identity listens and speaks: engagements, lists and its own topics. */
@NullMarked
package io.rapport.identity.kafka;

import org.jspecify.annotations.NullMarked;
