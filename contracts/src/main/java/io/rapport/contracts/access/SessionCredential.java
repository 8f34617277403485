package io.rapport.contracts.access;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a browser signed in with. */
public enum SessionCredential {
    /** The token of the installation administrator. */
    ADMINISTRATOR,
    /** A token of an agency. */
    TOKEN,
    /** The password of a user. */
    USER,
    /** The link of a client. */
    LINK,
    /** An account at an OpenID Connect issuer. */
    OIDC,
    /** A credential this reader is too old to know; its sessions are not valid. */
    @JsonEnumDefaultValue
    UNKNOWN
}
