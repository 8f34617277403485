package io.rapport.contracts.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client list says of a client that helps to recognise them. E-mail addresses and telephone numbers are keyed
 * hashes; the rest is as the list has it.
 *
 * @param givenName given names
 * @param familyName family name
 * @param emailLocalHash keyed hash of what stands before the {@code @}
 * @param emailDomainHash keyed hash of what stands after it
 * @param phoneHash keyed hash of the telephone number's digits
 * @param birthDate {@code yyyy-MM-dd}
 * @param organisation where they work
 * @param street with the house number
 * @param city town
 * @param postcode postal code
 * @param region state, county or province
 * @param country name or ISO 3166 code
 * @param links web pages of theirs, profile pages included
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
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
        List<String> links) {}
