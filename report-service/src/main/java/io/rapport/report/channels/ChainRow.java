package io.rapport.report.channels;

import io.rapport.report.channels.ChannelsView.ChainView;
import io.rapport.report.page.ListLink;
import java.util.List;

/**
 * A chain on the page.
 *
 * @param link path of the people who went it
 */
record ChainRow(String way, long sales, String link, List<NamedPerson> people) {

    static ChainRow of(ChainView from, ListLink people) {
        return new ChainRow(
                way(from.channels()),
                from.sales(),
                new CountedFigure.CountedChain(from.channels()).on(people).href(),
                from.people());
    }

    /** The channels in their order. */
    static String way(List<String> channels) {
        return String.join(" → ", channels);
    }
}
