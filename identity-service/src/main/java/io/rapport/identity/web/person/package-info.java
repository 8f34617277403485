/** API and pages of people: search, detail, merge, split and distinction. */
@NullMarked
package io.rapport.identity.web.person;

import org.jspecify.annotations.NullMarked;
