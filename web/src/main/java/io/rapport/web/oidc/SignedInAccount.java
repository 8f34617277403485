package io.rapport.web.oidc;

import java.util.Map;

/**
 * An account that signed in at the issuer.
 *
 * @param key the hash of the issuer and the subject
 * @param claims the claims of the ID token and, where that lacks the roles, of the UserInfo endpoint
 * @param idToken the ID token
 */
record SignedInAccount(String key, Map<String, Object> claims, String idToken) {

    /** Omits what identifies a user. */
    @Override
    public String toString() {
        return "SignedInAccount[]";
    }
}
