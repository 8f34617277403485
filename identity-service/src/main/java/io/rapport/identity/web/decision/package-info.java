/** Recording of human decisions: attribution, batches, problem responses and the notices on pages. */
@NullMarked
package io.rapport.identity.web.decision;

import org.jspecify.annotations.NullMarked;
