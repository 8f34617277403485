package io.rapport.identity.domain.store;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.account.AccountNames;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.person.PersonKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An identifier that should belong to one person only, with the handles and clients that claim it.
 *
 * @param id {@code agency|brand|email|hash}, {@code agency|brand|phone|hash}, {@code agency|brand|id|channel|id} or {@code
 *     agency|brand|account|channel|name}
 * @param handles the handles that have it
 * @param clients the people of client rows that have it
 */
public record IdentifierClaim(String id, Set<HandleKey> handles, Set<PersonKey> clients) {

    /** An identifier shared by more handles of one channel than this is no evidence. */
    public static final int MAX_HANDLES_PER_CHANNEL = 5;

    private static final String ACCOUNT_ID = "id";
    private static final String ACCOUNT_NAME = "account";

    /** A claim without claimants. */
    public static IdentifierClaim of(String id) {
        return new IdentifierClaim(id, Set.of(), Set.of());
    }

    /** The claim on a verified e-mail address. */
    public static String emailId(BrandKey brand, String hash) {
        return brand.key("email", hash);
    }

    /** The claim on a telephone number. No deterministic rule joins by it; probabilistic matching does. */
    public static String phoneId(BrandKey brand, String hash) {
        return brand.key("phone", hash);
    }

    /** The claims on the contacts of a handle. */
    public static List<String> contactIds(HandleAssigned handle) {
        var brand = handle.handleKey().brand();
        var profile = handle.profile();
        return contactIds(
                brand,
                Stream.of(profile.emailHash(), profile.mailboxHash()).flatMap(Stream::ofNullable),
                Stream.ofNullable(profile.phoneHash()));
    }

    /** The claims on the contacts of a client. */
    public static List<String> contactIds(ClientListed row) {
        return contactIds(row.brandKey(), row.emailHashes().stream(), row.phoneHashes().stream());
    }

    /** The ids of claims on the mailboxes of the client's addresses. Such claims are not stored. */
    public static List<String> mailboxIds(ClientListed row) {
        return contactIds(row.brandKey(), row.mailboxHashes().stream(), Stream.empty());
    }

    private static List<String> contactIds(BrandKey brand, Stream<String> emails, Stream<String> phones) {
        return Stream.concat(emails.map(hash -> emailId(brand, hash)), phones.map(hash -> phoneId(brand, hash)))
                .distinct()
                .toList();
    }

    /**
     * The claims on an account as a user may write it: as its id, which is compared exactly, and as its name, with or without
     * {@code @} and in any case.
     */
    public static List<String> accountIds(BrandKey brand, String channel, String written) {
        return List.of(byId(brand, channel, written), byName(brand, channel, written));
    }

    /** The claims on the account of a handle: by its id, and by its name. An id that is no name is not compared as one. */
    public static List<String> accountIds(HandleAssigned handle) {
        return accountIds(handle.handleKey(), handle.profile().name());
    }

    /** The claims on the account of a handle with this name. */
    public static List<String> accountIds(HandleKey handle, @Nullable String name) {
        var byId = byId(handle.brand(), handle.channel(), handle.handle());
        var spelt =
                name == null && !AccountIds.isCaseSensitive(handle.channel(), handle.handle()) ? handle.handle() : name;
        return spelt == null ? List.of(byId) : List.of(byId, byName(handle.brand(), handle.channel(), spelt));
    }

    private static String byId(BrandKey brand, String channel, String id) {
        return brand.key(ACCOUNT_ID, channel, AccountIds.clean(id));
    }

    private static String byName(BrandKey brand, String channel, String name) {
        return brand.key(ACCOUNT_NAME, channel, normalise(name));
    }

    /** The account that this is a claim on, as written; empty for a contact. */
    public Optional<String> accountName() {
        var parts = TopicKeys.split(id);
        return parts.get(2).equals(ACCOUNT_ID) || parts.get(2).equals(ACCOUNT_NAME)
                ? Optional.of(parts.get(4))
                : Optional.empty();
    }

    static @Nullable public String emailId(HandleAssigned handle) {
        var hash = handle.profile().emailHash();
        return hash == null ? null : emailId(handle.handleKey().brand(), hash);
    }

    public static List<String> allIds(HandleAssigned handle) {
        var all = new ArrayList<>(accountIds(handle));
        var email = emailId(handle);
        if (email != null) {
            all.add(email);
        }
        return all;
    }

    /** The claim without these handles. */
    public IdentifierClaim withoutHandles(Set<HandleKey> others) {
        var left = new HashSet<>(handles);
        left.removeAll(others);
        return new IdentifierClaim(id, left, clients);
    }

    /** Whether it may join people: a client has it, or more than one handle. */
    public boolean mayJoin() {
        return !clients.isEmpty() || handles.size() > 1;
    }

    /** Whether too many handles have it for it to be evidence. */
    public boolean isCommon() {
        var byChannel = new HashMap<String, Integer>();
        handles.forEach(handle -> byChannel.merge(handle.channel(), 1, Integer::sum));
        return byChannel.values().stream().anyMatch(n -> n > MAX_HANDLES_PER_CHANNEL);
    }

    /** Folds an account name: NFKC, lower case, without invisible characters, blanks around it and a leading {@code @}. */
    public static String normalise(String written) {
        return AccountNames.fold(written);
    }
}
