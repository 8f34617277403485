/** API and pages of the review queue. */
@NullMarked
package io.rapport.identity.web.review;

import org.jspecify.annotations.NullMarked;
