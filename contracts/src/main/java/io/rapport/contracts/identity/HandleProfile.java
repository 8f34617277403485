package io.rapport.contracts.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an account, as of the last time it changed.
 *
 * @param name the name on the account
 * @param displayName what the account calls itself
 * @param url the account's page
 * @param bio what the account says of itself
 * @param location where it says it is
 * @param emailHash keyed hash of a verified e-mail address
 * @param phoneHash keyed hash of a verified telephone number
 * @param relMe pages the account links to with {@code rel=me}
 * @param webFinger the account's WebFinger subject
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HandleProfile(
        @Nullable String name,
        @Nullable String displayName,
        @Nullable String url,
        @Nullable String bio,
        @Nullable String location,
        @Nullable String emailHash,
        @Nullable String phoneHash,
        @Nullable List<String> relMe,
        @Nullable String webFinger) {

    /** An account without the evidence that few sources have. */
    public HandleProfile(
            @Nullable String name,
            @Nullable String displayName,
            @Nullable String url,
            @Nullable String bio,
            @Nullable String location,
            @Nullable String emailHash) {
        this(name, displayName, url, bio, location, emailHash, null, null, null);
    }
}
