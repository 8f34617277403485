package io.rapport.contracts.engagement;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The staff member who acted.
 *
 * @param id the staff member's account id, where the source supplies it
 * @param name the staff member's name, where the source supplies it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StaffMember(@Nullable String id, @Nullable String name) {}
