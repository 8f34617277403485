package io.rapport.web.oidc;

/** The issuer did not answer, or not as OpenID Connect requires it. The message is for the log. */
final class IssuerUnreachableException extends RuntimeException {

    IssuerUnreachableException(String message) {
        super(message);
    }
}
