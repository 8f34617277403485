package io.rapport.contracts.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last known profile of an account.
 *
 * @param name the name on the account
 * @param displayName the display name of the account
 * @param url the account's page
 * @param bio the self-description of the account
 * @param location the self-reported location
 * @param emailHash keyed hash of a verified e-mail address
 * @param phoneHash keyed hash of a verified telephone number
 * @param relMe pages the account links to with {@code rel=me}
 * @param webFinger the account's WebFinger subject
 * @param mailboxHash keyed hash of the mailbox that the address is another spelling of; null when the address is canonical
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
public record HandleProfile(
        @Nullable String name,
        @Nullable String displayName,
        @Nullable String url,
        @Nullable String bio,
        @Nullable String location,
        @Nullable String emailHash,
        @Nullable String phoneHash,
        @Nullable List<String> relMe,
        @Nullable String webFinger,
        @Nullable String mailboxHash) {}
