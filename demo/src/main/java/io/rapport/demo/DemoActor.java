package io.rapport.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An account as a source sends it, including the verified e-mail address, which ingest hashes.
 *
 * @param id the platform's stable account id
 * @param name the name on the account
 * @param displayName the display name
 * @param url the URL of its page
 * @param bio the description by its owner
 * @param location the location as stated by its owner
 * @param followers the number of followers
 * @param email a verified e-mail address
 * @param bot whether the source marks it as automated
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
        return new DemoActor(
                id, AccountSpelling.accountName(newName), newName, url, bio, location, followers, email, bot);
    }

    static String page(String channel, String account) {
        return "https://" + channel + ".example/" + account;
    }
}
