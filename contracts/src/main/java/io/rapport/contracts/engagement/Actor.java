package io.rapport.contracts.engagement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The handle of the other party, with the profile the source supplied.
 *
 * @param id the platform's stable account id, else the normalised name; identifies the handle
 * @param name the name on the account, as in {@code @name}; may change
 * @param displayName the display name of the account
 * @param url the account's page
 * @param bio the description of the account on its profile
 * @param location the place on its profile
 * @param followers the number of followers
 * @param emailHash keyed hash of a verified e-mail address, lower-case hex
 * @param bot whether the source calls it automated
 * @param phoneHash keyed hash of a verified telephone number, lower-case hex
 * @param relMe pages the account links to with {@code rel=me}, as the platform verified or the source read them
 * @param webFinger the account's WebFinger subject, {@code acct:name@host}
 * @param mailboxHash keyed hash of the mailbox that the e-mail address is another spelling of, such as one with dots or a {@code
 *     +tag}; null when the address is canonical
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
public record Actor(
        String id,
        @Nullable String name,
        @Nullable String displayName,
        @Nullable String url,
        @Nullable String bio,
        @Nullable String location,
        @Nullable Long followers,
        @Nullable String emailHash,
        // Explicit, because the ignored isBot() would otherwise remove it from the JSON.
        @JsonProperty @Nullable Boolean bot,
        @Nullable String phoneHash,
        @Nullable List<String> relMe,
        @Nullable String webFinger,
        @Nullable String mailboxHash) {

    /** An account of which only the id is known. */
    public static Actor of(String id) {
        return ActorBuilder.builder().id(id).build();
    }

    /** Whether the source calls this account automated. */
    @JsonIgnore
    public boolean isBot() {
        return Boolean.TRUE.equals(bot);
    }
}
