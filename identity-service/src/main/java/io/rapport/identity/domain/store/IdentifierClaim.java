package io.rapport.identity.domain.store;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.person.PersonKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An identifier that should belong to one person only, with the handles and clients that claim it.
 *
 * @param id {@code agency|brand|email|hash}, {@code agency|brand|phone|hash} or {@code
 *     agency|brand|account|channel|name}
 * @param handles the handles that have it
 * @param clients the people of client rows that have it
 */
public record IdentifierClaim(String id, Set<HandleKey> handles, Set<PersonKey> clients) {

    /** An identifier shared by more handles of one channel than this is no evidence. */
    public static final int MAX_HANDLES_PER_CHANNEL = 5;

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
        return contactIds(brand, handle.profile().emailHash(), handle.profile().phoneHash());
    }

    /** The claims on the contacts of a client. */
    public static List<String> contactIds(ClientListed row) {
        var details = row.details();
        return contactIds(row.brandKey(), row.emailHash(), details == null ? null : details.phoneHash());
    }

    private static List<String> contactIds(BrandKey brand, @Nullable String email, @Nullable String phone) {
        return Stream.concat(
                        Stream.ofNullable(email).map(hash -> emailId(brand, hash)),
                        Stream.ofNullable(phone).map(hash -> phoneId(brand, hash)))
                .toList();
    }

    /** The claim on an account as a user may write it: by id or name, with or without {@code @}, in any case. */
    public static String accountId(BrandKey brand, String channel, String written) {
        return brand.key("account", channel, normalise(written));
    }

    /** The claims on an account as a user may write it. */
    public static List<String> accountIds(BrandKey brand, String channel, String written) {
        return List.of(accountId(brand, channel, written));
    }

    /** The claims on all spellings of the account of a handle. */
    public static List<String> accountIds(HandleAssigned handle) {
        var brand = handle.handleKey().brand();
        var name = handle.profile().name();
        var byId = accountId(brand, handle.channel(), handle.handle());
        var byName = name == null ? byId : accountId(brand, handle.channel(), name);
        return byId.equals(byName) ? List.of(byId) : List.of(byId, byName);
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

    /** Whether too many handles have it for it to be evidence. */
    public boolean isCommon() {
        var byChannel = new HashMap<String, Integer>();
        handles.forEach(handle -> byChannel.merge(handle.channel(), 1, Integer::sum));
        return byChannel.values().stream().anyMatch(n -> n > MAX_HANDLES_PER_CHANNEL);
    }

    public static String normalise(String written) {
        var trimmed = written.strip();
        return (trimmed.startsWith("@") ? trimmed.substring(1) : trimmed).toLowerCase(Locale.ROOT);
    }
}
