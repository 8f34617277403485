package io.rapport.report.month;

import io.rapport.report.page.PageFormat;
import io.rapport.web.pages.PageText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of people on the page of a month.
 *
 * @param id anchor on the page
 * @param empty what the page says of an empty list
 */
record MonthPageList(String id, String title, String empty, List<PersonLine> people) {

    /** A person with the reason and what they wrote. */
    record PersonLine(String name, String reason, @Nullable String words, String link) {

        static PersonLine of(MonthPerson from) {
            return new PersonLine(PageText.line(from.name()), from.reason(), from.words(), from.link());
        }
    }

    /**
     * A client with two bars.
     *
     * @param theyKnowUs 0 to 100
     */
    record ClientLine(PersonLine line, double theyKnowUs, String shown, String weGive, String place) {}

    static List<MonthPageList> of(MonthView view) {
        var people = view.people();
        return List.of(
                list("thanks", "Who deserves thanks", "Nobody waits for thanks.", people.deservesThanks()),
                list("owed", "Who is owed a reply", "Nobody waits for an answer.", people.owed()),
                list("quiet", "Who went quiet", "Nobody went quiet.", people.wentQuiet()),
                list("back", "Who came back", "Nobody came back after a silence.", people.cameBack()),
                list("attention", "Who pays attention", "Nobody new and nobody returning.", people.attention()),
                list("thanked", "Whom we thanked", "Nobody who gave most was thanked.", people.thanked()),
                list("advocates", "Advocates, and what they said last", "Nobody yet.", people.advocates()),
                list(
                        "notifications",
                        "Captive people, those who give most first",
                        "Nobody yet.",
                        view.notifications().people()));
    }

    static List<ClientLine> clients(MonthView view) {
        return view.clients().stream()
                .map(each -> new ClientLine(
                        PersonLine.of(each.line()),
                        each.theyKnowUs(),
                        PageFormat.number(each.theyKnowUs()),
                        PageFormat.number(each.weGive()),
                        PageFormat.place(each.top())))
                .toList();
    }

    private static MonthPageList list(String id, String title, String empty, List<MonthPerson> people) {
        return new MonthPageList(
                id, title, empty, people.stream().map(PersonLine::of).toList());
    }
}
