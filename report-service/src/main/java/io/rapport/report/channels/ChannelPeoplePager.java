package io.rapport.report.channels;

import io.rapport.contracts.BrandKey;
import io.rapport.report.channels.ChannelPeopleView.CountedPersonView;
import io.rapport.report.domain.DayInterval;
import io.rapport.report.domain.channel.ChannelReport.CountedContacts;
import io.rapport.report.domain.channel.CountedContact;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keyset paging of what a figure of the channels counts; the names of a page are read at once. */
final class ChannelPeoplePager {

    private static final String NEWEST_FIRST = "-at";

    private final PersonDirectory directory;
    private final DayInterval days;
    private final String brandPath;

    ChannelPeoplePager(PersonDirectory directory, DayInterval days, String brandPath) {
        this.directory = directory;
        this.days = days;
        this.brandPath = brandPath;
    }

    ChannelPeopleView page(BrandKey brand, CountedFigure figure, CountedContacts counted, PageRequest paging) {
        var page = CursorPage.of(
                after(counted.contacts(), paging.after()).stream()
                        .limit(paging.limit() + 1L)
                        .toList(),
                paging.limit(),
                ChannelPeoplePager::cursor);
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

    private static List<CountedContact> after(List<CountedContact> counted, @Nullable Cursor after) {
        if (after == null) {
            return counted;
        }
        var at = (long) after.number(NEWEST_FIRST, 0);
        var id = UUID.fromString(after.text(NEWEST_FIRST, 1));
        return counted.stream().filter(each -> isAfter(each, at, id)).toList();
    }

    private static boolean isAfter(CountedContact each, long at, UUID id) {
        var time = each.contact().at().toEpochMilli();
        return time < at || time == at && each.contact().id().compareTo(id) > 0;
    }

    private static Cursor cursor(CountedContact last) {
        return Cursor.of(
                NEWEST_FIRST, last.contact().at().toEpochMilli(), last.contact().id());
    }
}
