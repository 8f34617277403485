/** REST resource of the engagement balance. */
@NullMarked
package io.rapport.report.accounts;

import org.jspecify.annotations.NullMarked;
