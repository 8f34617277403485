package io.rapport.contracts.engagement;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Who on the brand's side acted.
 *
 * @param id the staff member's account id, where the source tells it
 * @param name the staff member's name, where the source tells it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StaffMember(@Nullable String id, @Nullable String name) {}
