package io.rapport.contracts.secret;

/** A secret cannot be encrypted or decrypted. The message is a sentence for the administrator, without the secret. */
public final class SecretUnreadableException extends RuntimeException {

    SecretUnreadableException(String message) {
        super(message);
    }
}
