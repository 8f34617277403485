/** REST resources and pages that list the engagements behind figures: what the brand did for people, and what people did with a post. */
@NullMarked
package io.rapport.report.engagements;

import org.jspecify.annotations.NullMarked;
