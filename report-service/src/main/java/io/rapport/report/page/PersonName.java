package io.rapport.report.page;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.report.domain.identity.KnownPerson;
import io.rapport.report.domain.identity.PersonHandle;

/** The name of a person in the current language: a name of its own is the same in each, what stands for a missing one is not. */
public final class PersonName {

    private PersonName() {}

    /** The name, else the most reliable handle, else a part of the id. */
    public static String of(KnownPerson person) {
        if (person.isNamed()) {
            return person.name();
        }
        return person.handles().isEmpty()
                ? text("name.unknown", person.shortId())
                : of(person.handles().get(0));
    }

    /** An account, such as {@code @anna on x}. */
    public static String of(PersonHandle handle) {
        return text("name.account", handle.accountName(), handle.channel());
    }
}
