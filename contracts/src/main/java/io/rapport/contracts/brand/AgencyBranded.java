package io.rapport.contracts.brand;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an agency marks its pages and documents: the full state, which replaces the one before.
 *
 * @param colour in the form {@code #rrggbb}; null for the standard one
 * @param logo a PNG image, Base64; null without one
 * @param by the name of the token that set it
 * @param version rises with each change; readers drop what is not newer
 * @param at the time of the change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
public record AgencyBranded(
        String agency, @Nullable String colour, @Nullable String logo, String by, long version, Instant at) {}
