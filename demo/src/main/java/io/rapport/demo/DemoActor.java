package io.rapport.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An account as a source sends it: with the verified e-mail address, which ingest hashes at the door.
 *
 * @param id the platform's stable account id
 * @param name the name on the account
 * @param displayName what it calls itself
 * @param url its page
 * @param bio what it says of itself
 * @param location where it says it is
 * @param followers how many follow it
 * @param email a verified address
 * @param bot whether the source calls it automated
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DemoActor(
        String id,
        @Nullable String name,
        @Nullable String displayName,
        @Nullable String url,
        @Nullable String bio,
        @Nullable String location,
        @Nullable Long followers,
        @Nullable String email,
        @Nullable Boolean bot) {

    /** An account with a page on a channel. */
    static DemoActor of(String channel, String id, String displayName) {
        return new DemoActor(id, id, displayName, page(channel, id), null, null, null, null, null);
    }

    /** The same account under another name. */
    DemoActor renamed(String newName) {
        return new DemoActor(id, AccountSpelling.account(newName), newName, url, bio, location, followers, email, bot);
    }

    static String page(String channel, String account) {
        return "https://" + channel + ".example/" + account;
    }
}
