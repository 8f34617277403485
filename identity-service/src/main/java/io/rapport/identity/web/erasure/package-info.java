/** API and pages for erasing a person, and the erasure receipt. */
@NullMarked
package io.rapport.identity.web.erasure;

import org.jspecify.annotations.NullMarked;
