package io.rapport.report.channels;

import io.rapport.contracts.BrandKey;
import io.rapport.report.channels.ChannelPeopleView.CountedPersonView;
import io.rapport.report.domain.DayInterval;
import io.rapport.report.domain.channel.ChannelReport.CountedContacts;
import io.rapport.report.domain.channel.CountedContact;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;

/** Keyset paging of what a figure of the channels counts; the names of a page are read at once. */
final class ChannelPeoplePager {

    private final PersonDirectory directory;
    private final DayInterval days;
    private final String brandPath;

    ChannelPeoplePager(PersonDirectory directory, DayInterval days, String brandPath) {
        this.directory = directory;
        this.days = days;
        this.brandPath = brandPath;
    }

    ChannelPeopleView page(
            BrandKey brand, CountedFigure figure, CountedContacts counted, CountedOrder order, PageRequest paging) {
        var page = CursorPage.of(
                order.after(counted.contacts(), paging.after()).stream()
                        .limit(paging.limit() + 1L)
                        .toList(),
                paging.limit(),
                order::cursor);
        var known = directory.findAll(
                brand,
                page.items().stream().map(CountedContact::person).distinct().toList());
        return ChannelPeopleView.of(
                figure,
                days,
                counted,
                page.map(each ->
                        CountedPersonView.of(each, NamedPerson.of(known.apply(each.person()), brandPath), days)));
    }
}
