package io.rapport.web.user;

import io.rapport.contracts.access.UserRegistered;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** Authenticates users by e-mail address and password, without revealing which addresses are those of users. */
public final class PasswordAuthenticator {

    private static final int FREE_PER_ACCOUNT = 5;
    private static final int FREE_PER_ADDRESS = 30;
    private static final int MAX_EMAIL = 254;
    /** Users with one e-mail address in so many agencies can sign in. */
    private static final int MAX_AGENCIES = 5;

    private final UserDirectory users;
    private final PasswordHasher hasher = new PasswordHasher();
    private final SignInBackoff accounts;
    private final SignInBackoff addresses;

    public PasswordAuthenticator(UserDirectory users, Clock clock) {
        this.users = users;
        this.accounts = new SignInBackoff(FREE_PER_ACCOUNT, clock);
        this.addresses = new SignInBackoff(FREE_PER_ADDRESS, clock);
    }

    /** The attempt has to wait. */
    public static final class BackoffException extends RuntimeException {

        BackoffException() {
            super("Too many attempts", null, false, false);
        }
    }

    /**
     * The user with an e-mail address and a password.
     *
     * @param address the network address of the attempt
     * @throws BackoffException if there were too many attempts, whether or not this one is right
     */
    public Optional<UserRegistered> authenticate(String email, String password, String address) {
        var account = email.strip().toLowerCase(Locale.ROOT);
        if (account.length() > MAX_EMAIL) {
            return Optional.empty();
        }
        if (!addresses.begin(address) || !accounts.begin(account)) {
            throw new BackoffException();
        }
        var candidates = users.byEmail(account);
        if (candidates.isEmpty()) {
            hasher.matches(password, null);
        }
        var found = candidates.stream()
                .limit(MAX_AGENCIES)
                .filter(user -> hasher.matches(password, user.password()))
                .findFirst();
        found.ifPresent(user -> {
            accounts.succeed(account);
            addresses.succeed(address);
        });
        return found;
    }
}
