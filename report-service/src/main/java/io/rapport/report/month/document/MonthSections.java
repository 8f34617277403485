package io.rapport.report.month.document;

import io.rapport.contracts.score.ServiceWindow;
import io.rapport.contracts.score.ValueStream;
import io.rapport.contracts.sentiment.PolaritySpread;
import io.rapport.report.goal.GoalLine;
import io.rapport.report.month.document.MonthSection.MonthBar;
import io.rapport.report.month.document.MonthSection.MonthRow;
import io.rapport.report.month.view.MonthBuyer;
import io.rapport.report.month.view.MonthIntroduction;
import io.rapport.report.month.view.MonthPerson;
import io.rapport.report.month.view.MonthReferral;
import io.rapport.report.month.view.MonthStaff;
import io.rapport.report.month.view.MonthThanked;
import io.rapport.report.month.view.MonthView;
import io.rapport.report.page.PageFormat;
import io.rapport.report.value.ValueStreamLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Orders the content of a month for page, PDF and CSV: people before figures. */
public final class MonthSections {

    private static final int MAX_NAMES = 5;

    private final MonthView month;

    private MonthSections(MonthView month) {
        this.month = month;
    }

    /** The parts of a month, without the figures. */
    public static List<MonthSection> of(MonthView month) {
        var sections = new MonthSections(month);
        return Stream.of(sections.toDo(), sections.people(), sections.figures())
                .flatMap(List::stream)
                .toList();
    }

    private List<MonthSection> toDo() {
        var people = month.people();
        return List.of(
                list("deservesThanks", "Who deserves thanks", "Nobody waits for thanks.", people.deservesThanks()),
                list("owed", "Who is owed a reply", "Nobody waits for an answer.", people.owed()),
                list("wentQuiet", "Who went quiet", "Nobody went quiet.", people.wentQuiet()));
    }

    private List<MonthSection> people() {
        var people = month.people();
        return List.of(
                list("cameBack", "Who came back", "Nobody came back after a silence.", people.cameBack()),
                list("attention", "Who pays attention", "Nobody new and nobody returning.", people.attention()),
                list(
                        "thanked",
                        "The people we thanked, and what they gave before and after",
                        "Nobody was thanked.",
                        people.thanked().stream().map(MonthThanked::line).toList()),
                list(
                        "introductions",
                        "Who could introduce us to whom",
                        "Nobody is tied to a client who hardly knows us.",
                        month.introductions().stream()
                                .map(MonthIntroduction::line)
                                .toList()),
                list("advocates", "Advocates, and what they said last", "Nobody yet.", people.advocates()),
                list(
                        "referrals",
                        "Who brought whom",
                        "Nobody was referred.",
                        month.referrals().stream().map(MonthReferral::line).toList()),
                list(
                        "becameClients",
                        "Who became a paying client",
                        "No first purchase in this month.",
                        month.becameClients().stream().map(MonthBuyer::line).toList()),
                list(
                        "candidates",
                        "Who stands where they stood before they bought: a suggestion, not a prediction",
                        "No suggestion without a first purchase, or no other person stands there.",
                        month.candidates()),
                clients(),
                rows(
                        "staff",
                        "Our team: who was in touch, and which clients only they hold",
                        "No engagement of the brand names a member of the team.",
                        month.staff().stream().map(MonthSections::staff).toList()),
                list(
                        "captive",
                        "Where notifications come from: captive people "
                                + share(month.notifications().captiveNotificationShare()),
                        "No captive people yet.",
                        month.notifications().people()),
                list(
                        "random",
                        "Where notifications come from: everyone else",
                        "Nobody.",
                        month.notifications().random()));
    }

    private List<MonthSection> figures() {
        var word = month.word();
        return List.of(
                list("good", "What good word did" + spread(word.spread().positive()), "No good word.", word.good()),
                list("bad", "What bad word did" + spread(word.spread().negative()), "No bad word.", word.bad()),
                content(),
                list(
                        "stories",
                        "Stories: what no figure could have measured",
                        "Nothing was written down.",
                        month.stories().stream().map(MonthView.MonthStory::line).toList()),
                rows(
                        "goals",
                        "Goals",
                        "No goals are set.",
                        month.goals().stream()
                                .map(GoalLine::of)
                                .map(goal -> MonthRow.of(goal.label(), goal.reason(), null, null))
                                .toList()),
                rows("value", "Value, each stream apart", "No value was recorded.", values(month.value())),
                rows("service", "Answers", "Nothing was asked.", service(month.service())));
    }

    private MonthSection clients() {
        var rows = month.clients().stream()
                .map(client -> MonthRow.of(
                        client.line(),
                        List.of(
                                new MonthBar(
                                        "They know us", client.theyKnowUs(), PageFormat.number(client.theyKnowUs())),
                                new MonthBar(
                                        "We know them", client.weKnowThem(), PageFormat.number(client.weKnowThem())))))
                .toList();
        return new MonthSection("clients", "Clients", "No client list yet.", count("clients", rows.size()), rows);
    }

    private static MonthRow staff(MonthStaff from) {
        var clients = from.clients();
        var names = clients.stream()
                .limit(MAX_NAMES)
                .map(MonthIntroduction.MonthContact::name)
                .collect(Collectors.joining(", "));
        var more = clients.size() > MAX_NAMES ? " and " + PageFormat.count(clients.size() - MAX_NAMES) + " more" : "";
        return MonthRow.of(
                from.staff(),
                PageFormat.share(from.share()) + " of what the brand did for people, "
                        + PageFormat.counted(from.engagements(), "engagement") + "."
                        + (clients.isEmpty() ? "" : " Alone in touch with " + names + more + "."),
                null,
                null);
    }

    private MonthSection content() {
        var posts = month.content();
        return posts == null
                ? rows("content", "What struck a chord", "Not known for this month.", List.of())
                : rows(
                        "content",
                        "What struck a chord",
                        "No post has a resonance yet.",
                        posts.stream().map(MonthSections::post).toList());
    }

    private static MonthRow post(MonthView.MonthPost post) {
        var what = post.promotional() ? "About the product" : "About something else";
        return MonthRow.of(
                "Post of " + PageFormat.day(post.day()) + " on " + post.channel(),
                what + ": " + PageFormat.times(post.resonance()) + " the usual, "
                        + PageFormat.counted(post.engagements(), "engagement") + ".",
                post.words(),
                post.link());
    }

    private static List<MonthRow> values(List<ValueStream> streams) {
        return streams.stream()
                .map(stream -> {
                    var labels = ValueStreamLabels.of(stream.stream());
                    return MonthRow.of(
                            labels.label(),
                            PageFormat.amount(stream.amount(), stream.unit()) + " from "
                                    + PageFormat.counted(stream.count(), labels.counted()) + ". " + labels.meaning(),
                            null,
                            null);
                })
                .toList();
    }

    private static List<MonthRow> service(ServiceWindow service) {
        if (service.opened() == 0) {
            return List.of();
        }
        var rows = new ArrayList<MonthRow>();
        rows.add(MonthRow.of(
                "Questions",
                PageFormat.count(service.opened()) + " asked, " + PageFormat.count(service.answered()) + " answered, "
                        + PageFormat.count(service.waiting()) + " waiting.",
                null,
                null));
        rows.add(MonthRow.of(
                "Time to answer",
                "Median " + PageFormat.duration(service.medianSeconds()) + ", nine of ten within "
                        + PageFormat.duration(service.p90Seconds()) + ".",
                null,
                null));
        if (service.targetMinutes() != null) {
            rows.add(MonthRow.of(
                    "Within the target of " + PageFormat.counted(service.targetMinutes(), "minute"),
                    PageFormat.share(service.withinTarget()) + " of the questions.",
                    null,
                    null));
        }
        return List.copyOf(rows);
    }

    private static String spread(PolaritySpread spread) {
        return spread.voices() == 0
                ? ""
                : ": " + PageFormat.counted(spread.voices(), "message") + " of "
                        + PageFormat.count(spread.carriers()) + (spread.carriers() == 1 ? " person" : " people")
                        + ", reach " + PageFormat.count(spread.reach());
    }

    private static String share(@Nullable Double share) {
        return share == null ? "" : "(" + PageFormat.share(share) + " of all)";
    }

    private MonthSection list(String id, String title, String empty, List<MonthPerson> people) {
        var rows = people.stream().map(MonthRow::of).toList();
        return new MonthSection(id, title.strip(), empty, count(id, rows.size()), rows);
    }

    private MonthSection rows(String id, String title, String empty, List<MonthRow> rows) {
        return new MonthSection(id, title, empty, rows.size(), rows);
    }

    private long count(String id, int shown) {
        return month.counts().getOrDefault(id, (long) shown);
    }
}
