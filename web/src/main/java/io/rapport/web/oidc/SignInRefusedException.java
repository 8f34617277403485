package io.rapport.web.oidc;

/** An answer of the issuer that does not sign in. The message is for the log, without personal data. */
final class SignInRefusedException extends RuntimeException {

    /** Whether another attempt, from the sign-in page on, may succeed: the answer is of no attempt of this browser, or of an old one. */
    private final boolean outdated;

    private SignInRefusedException(String message, boolean outdated) {
        super(message);
        this.outdated = outdated;
    }

    static SignInRefusedException outdated(String message) {
        return new SignInRefusedException(message, true);
    }

    static SignInRefusedException invalid(String message) {
        return new SignInRefusedException(message, false);
    }

    boolean isOutdated() {
        return outdated;
    }
}
