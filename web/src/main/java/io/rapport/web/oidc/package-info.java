/** Sign-in at an OpenID Connect issuer: authorization code flow with PKCE, roles from claims, and sign-out at the issuer. */
@NullMarked
package io.rapport.web.oidc;

import org.jspecify.annotations.NullMarked;
