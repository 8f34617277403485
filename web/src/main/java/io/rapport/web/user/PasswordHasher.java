package io.rapport.web.user;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.util.function.SingletonSupplier;

/** Hashes passwords with bcrypt; a hash names its algorithm, so that another one can replace it. */
public final class PasswordHasher {

    /** The least number of characters. */
    public static final int MIN_LENGTH = 12;

    /** bcrypt reads no more bytes. */
    public static final int MAX_BYTES = 72;

    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    /**
     * Of no user: an unknown user costs the same time as a known one. Created when it is first needed, not when the service
     * starts.
     */
    private final SingletonSupplier<String> unmatched = SingletonSupplier.of(() -> encode("no user has this password"));

    /** Whether a text can be a password. */
    public static boolean isUsable(String password) {
        return password.codePointCount(0, password.length()) >= MIN_LENGTH
                && password.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    }

    /** The hash of a usable password. */
    public String encode(String password) {
        var hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("No hash of a password");
        }
        return hash;
    }

    /** Whether a password is the one of a hash; never without a hash, in the same time. */
    public boolean matches(String password, @Nullable String hash) {
        // Obtained with and without a hash: the time of the first attempt reveals nothing either.
        var fallback = unmatched.obtain();
        var usable = isUsable(password);
        return encoder.matches(usable ? password : "unusable", hash == null ? fallback : hash)
                && usable
                && hash != null;
    }
}
