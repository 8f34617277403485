/** Authentication by bearer token or cookie, and the one place that authorizes requests by agency, brand and scope. */
@NullMarked
package io.rapport.web.auth;

import org.jspecify.annotations.NullMarked;
