package io.rapport.report.channels;

import io.rapport.report.domain.identity.KnownPerson;
import io.rapport.report.page.PersonName;
import io.rapport.web.pages.PageText;
import java.util.UUID;

/** A person with a page. */
record NamedPerson(UUID person, String name, String link) {

    static NamedPerson of(KnownPerson known, String brandPath) {
        return new NamedPerson(known.person(), PersonName.of(known), brandPath + "/people/" + known.person());
    }

    /** A copy with the name on one line. */
    NamedPerson onPage() {
        return new NamedPerson(person, PageText.line(name), link);
    }
}
