package io.rapport.contracts.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a client that serve for matching. E-mail addresses and telephone numbers are keyed
 * hashes; the rest is as in the list.
 *
 * @param givenName given names
 * @param familyName family name
 * @param emailLocalHash keyed hash of the local part of the e-mail address
 * @param emailDomainHash keyed hash of its domain
 * @param phoneHash keyed hash of the telephone number's digits
 * @param birthDate {@code yyyy-MM-dd}
 * @param organisation the employer
 * @param street street and house number
 * @param city town
 * @param postcode postal code
 * @param region state, county or province
 * @param country name or ISO 3166 code
 * @param links web pages, including profile pages
 * @param further further contacts; null when there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
public record ClientDetails(
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String emailLocalHash,
        @Nullable String emailDomainHash,
        @Nullable String phoneHash,
        @Nullable String birthDate,
        @Nullable String organisation,
        @Nullable String street,
        @Nullable String city,
        @Nullable String postcode,
        @Nullable String region,
        @Nullable String country,
        List<String> links,
        @Nullable FurtherContacts further) {}
