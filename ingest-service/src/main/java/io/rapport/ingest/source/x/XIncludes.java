package io.rapport.ingest.source.x;

import io.rapport.ingest.source.payload.PayloadNode;
import java.util.List;
import java.util.Optional;

/** The users and posts that a payload of version 2 includes. */
final class XIncludes {

    private final PayloadNode includes;
    private final List<PayloadNode> users;

    XIncludes(PayloadNode includes) {
        this.includes = includes;
        this.users =
                includes.at("users").elements().stream().map(XIncludes::unwrap).toList();
    }

    /** Some events wrap each user into an object {@code data}. */
    static PayloadNode unwrap(PayloadNode user) {
        return user.at("data").or(user);
    }

    /** The account with an id, with its profile if the payload includes it. */
    XAccount account(String id) {
        return users.stream()
                .filter(user -> id.equals(user.at("id").id()))
                .findFirst()
                .map(XAccount::ofV2)
                .orElseGet(() -> new XAccount(id, null, includes.at("none")));
    }

    /** The account with a name, if the payload includes it. */
    Optional<XAccount> accountNamed(String name) {
        return users.stream()
                .filter(user -> name.equalsIgnoreCase(user.at("username").text()))
                .findFirst()
                .map(XAccount::ofV2);
    }

    /** The author of a post that the payload includes. */
    Optional<XAccount> authorOf(String post) {
        return includes.at("tweets").elements().stream()
                .filter(tweet -> post.equals(tweet.at("id").id()))
                .findFirst()
                .map(tweet -> account(tweet.at("author_id").requiredId()));
    }

    /** The only included account other than the given one; empty if there is none, or if there are several. */
    Optional<XAccount> onlyOtherThan(String account) {
        var others = users.stream()
                .filter(user -> !account.equals(user.at("id").id()))
                .toList();
        return others.size() == 1 ? Optional.of(XAccount.ofV2(others.get(0))) : Optional.empty();
    }
}
