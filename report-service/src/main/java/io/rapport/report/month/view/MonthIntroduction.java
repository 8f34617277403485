package io.rapport.report.month.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;

/**
 * A client who hardly knows the brand, and who could introduce it.
 *
 * @param line the client
 * @param through a person close to the brand who is tied to the client
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MonthIntroduction(@JsonUnwrapped MonthPerson line, MonthContact through) {

    /** A person with a page. */
    public record MonthContact(UUID person, String name, String link) {}
}
