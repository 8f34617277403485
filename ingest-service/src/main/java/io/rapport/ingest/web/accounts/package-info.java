/** Users, invitations and access tokens of an agency, and the account of the caller. */
@NullMarked
package io.rapport.ingest.web.accounts;

import org.jspecify.annotations.NullMarked;
