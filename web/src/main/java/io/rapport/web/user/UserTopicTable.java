package io.rapport.web.user;

import io.rapport.contracts.access.UserRegistered;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Users by key, e-mail address and invitation, updated from the topic. */
public final class UserTopicTable implements UserDirectory {

    private final Map<String, UserRegistered> users = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> byEmail = new ConcurrentHashMap<>();
    private final Map<String, String> byInvitation = new ConcurrentHashMap<>();

    /** Adds, replaces or, with null, removes a user. Called from one thread. */
    public void change(String key, @Nullable UserRegistered user) {
        if (user == null) {
            remove(key, users.remove(key));
            return;
        }
        var before = users.put(key, user);
        if (before == null || !before.email().equals(user.email())) {
            remove(key, before);
            byEmail.computeIfAbsent(user.email(), email -> ConcurrentHashMap.newKeySet())
                    .add(key);
        }
        invitation(before).ifPresent(byInvitation::remove);
        invitation(user).ifPresent(hash -> byInvitation.put(hash, key));
    }

    @Override
    public Optional<UserRegistered> byKey(String key) {
        return Optional.ofNullable(users.get(key));
    }

    @Override
    public List<UserRegistered> byEmail(String email) {
        return byEmail.getOrDefault(email.strip().toLowerCase(Locale.ROOT), Set.of()).stream()
                .flatMap(key -> byKey(key).stream())
                .sorted(Comparator.comparing(UserRegistered::agency))
                .toList();
    }

    @Override
    public Optional<UserRegistered> byInvitation(String hash) {
        return Optional.ofNullable(byInvitation.get(hash)).flatMap(this::byKey);
    }

    @Override
    public Collection<UserRegistered> ofAgency(String agency) {
        return users.values().stream()
                .filter(user -> user.agency().equals(agency))
                .toList();
    }

    private void remove(String key, @Nullable UserRegistered user) {
        if (user != null) {
            byEmail.computeIfPresent(user.email(), (email, keys) -> {
                keys.remove(key);
                return keys.isEmpty() ? null : keys;
            });
            invitation(user).ifPresent(byInvitation::remove);
        }
    }

    private static Optional<String> invitation(@Nullable UserRegistered user) {
        return Stream.ofNullable(user)
                .flatMap(each -> Stream.ofNullable(each.invitation()))
                .map(invitation -> invitation.hash())
                .findFirst();
    }
}
