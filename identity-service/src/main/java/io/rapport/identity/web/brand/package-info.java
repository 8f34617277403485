/** Brand-wide settings and runs: matching policy, match runs and the list of brands. */
@NullMarked
package io.rapport.identity.web.brand;

import org.jspecify.annotations.NullMarked;
