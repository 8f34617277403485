package io.rapport.report.month.document;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.ServiceWindow;
import io.rapport.contracts.score.ValueStream;
import io.rapport.contracts.sentiment.PolaritySpread;
import io.rapport.report.domain.channel.ChannelFigure;
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
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.ListLink;
import io.rapport.report.page.PageFormat;
import io.rapport.report.value.ValueEvidence;
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
                list("deservesThanks", title("deservesThanks"), people.deservesThanks()),
                list("owed", title("owed"), people.owed()),
                list("wentQuiet", title("wentQuiet"), people.wentQuiet()));
    }

    private List<MonthSection> people() {
        var people = month.people();
        return List.of(
                list("cameBack", title("cameBack"), people.cameBack()),
                list("attention", title("attention"), people.attention()),
                list(
                        "thanked",
                        title("thanked"),
                        people.thanked().stream().map(MonthThanked::line).toList()),
                list(
                        "introductions",
                        title("introductions"),
                        month.introductions().stream()
                                .map(MonthIntroduction::line)
                                .toList()),
                list("advocates", title("advocates"), people.advocates()),
                list(
                        "referrals",
                        title("referrals"),
                        month.referrals().stream().map(MonthReferral::line).toList()),
                list(
                        "becameClients",
                        title("becameClients"),
                        month.becameClients().stream().map(MonthBuyer::line).toList()),
                list("candidates", title("candidates"), month.candidates()),
                clients(),
                rows(
                        "staff",
                        title("staff"),
                        month.staff().stream().map(this::staff).toList()),
                list(
                        "captive",
                        captiveTitle(month.notifications().captiveNotificationShare()),
                        month.notifications().people()),
                list("random", title("random"), month.notifications().random()));
    }

    private List<MonthSection> figures() {
        var word = month.word();
        return List.of(
                list("good", title("good") + spread(word.spread().positive()), word.good()),
                list("bad", title("bad") + spread(word.spread().negative()), word.bad()),
                content(),
                list(
                        "stories",
                        title("stories"),
                        month.stories().stream().map(MonthView.MonthStory::line).toList()),
                rows(
                        "goals",
                        title("goals"),
                        month.goals().stream()
                                .map(goal -> GoalLine.of(
                                        goal, new BrandKey(month.agency(), month.brand()), month.from(), month.asOf()))
                                .map(goal -> MonthRow.of(goal.label(), goal.reason(), null, goal.link()))
                                .toList()),
                rows("value", title("value"), values(month.value())),
                rows("service", title("service"), service(month.service())));
    }

    private MonthSection clients() {
        var rows = month.clients().stream()
                .map(client -> MonthRow.of(
                        client.line(),
                        List.of(
                                new MonthBar(
                                        text("month.they-know-us"),
                                        client.theyKnowUs(),
                                        PageFormat.number(client.theyKnowUs())),
                                new MonthBar(
                                        text("month.we-know-them"),
                                        client.weKnowThem(),
                                        PageFormat.number(client.weKnowThem())))))
                .toList();
        return new MonthSection("clients", title("clients"), empty("clients"), count("clients", rows.size()), rows);
    }

    private MonthRow staff(MonthStaff from) {
        var clients = from.clients();
        var names = clients.stream()
                .limit(MAX_NAMES)
                .map(MonthIntroduction.MonthContact::name)
                .collect(Collectors.joining(", "));
        var more = clients.size() > MAX_NAMES ? " " + text("month.and-more", clients.size() - MAX_NAMES) : "";
        return MonthRow.of(
                from.staff(),
                text(
                                "month.staff-share",
                                PageFormat.share(from.share()),
                                PageFormat.counted(from.engagements(), "engagement"))
                        + (clients.isEmpty() ? "" : " " + text("month.staff-alone", names + more)),
                null,
                ListLink.outbound(path(), month.asOf(), month.window())
                        .with("staff", from.staff())
                        .href());
    }

    private String path() {
        return BrandPageLink.path(month.agency(), month.brand());
    }

    private MonthSection content() {
        var posts = month.content();
        return posts == null
                ? new MonthSection("content", title("content"), text("month.content-unknown"), 0, List.of())
                : rows(
                        "content",
                        title("content"),
                        posts.stream().map(MonthSections::post).toList());
    }

    private static MonthRow post(MonthView.MonthPost post) {
        var key = post.promotional() ? "month.post-product" : "month.post-other";
        return MonthRow.of(
                text("month.post", PageFormat.day(post.day()), post.channel()),
                text(key, PageFormat.times(post.resonance()), PageFormat.counted(post.engagements(), "engagement")),
                post.words(),
                post.link());
    }

    private List<MonthRow> values(List<ValueStream> streams) {
        return streams.stream()
                .map(stream -> {
                    var labels = ValueStreamLabels.of(stream.stream());
                    return MonthRow.of(
                            labels.label(),
                            text(
                                            "month.value",
                                            PageFormat.amount(stream.amount(), stream.unit()),
                                            PageFormat.counted(stream.count(), labels.counted()))
                                    + " " + labels.meaning(),
                            null,
                            ValueEvidence.path(stream.stream(), path(), month.asOf(), month.window()));
                })
                .toList();
    }

    private List<MonthRow> service(ServiceWindow service) {
        if (service.opened() == 0) {
            return List.of();
        }
        var answers = service.answered() == 0
                ? null
                : ListLink.channelPeople(path())
                        .answers()
                        .ofDays(month.asOf(), month.window())
                        .href();
        var rows = new ArrayList<MonthRow>();
        rows.add(MonthRow.of(
                text("month.questions"),
                text("month.asked", service.opened(), service.answered(), service.waiting()),
                null,
                ListLink.channelPeople(path(), month.asOf(), month.window())
                        .with("figure", ChannelFigure.QUESTIONS.field())
                        .href()));
        rows.add(MonthRow.of(
                text("month.answer-time"),
                text(
                        "month.answer-median",
                        PageFormat.duration(service.medianSeconds()),
                        PageFormat.duration(service.p90Seconds())),
                null,
                answers));
        if (service.targetMinutes() != null) {
            rows.add(MonthRow.of(
                    text("month.within-target", PageFormat.counted(service.targetMinutes(), "minute")),
                    text("month.of-questions", PageFormat.share(service.withinTarget())),
                    null,
                    answers));
        }
        return List.copyOf(rows);
    }

    private static String spread(PolaritySpread spread) {
        return spread.voices() == 0
                ? ""
                : ": "
                        + text(
                                "month.word",
                                PageFormat.counted(spread.voices(), "message"),
                                PageFormat.counted(spread.carriers(), "person"),
                                PageFormat.count(spread.reach()));
    }

    private static String captiveTitle(@Nullable Double share) {
        return share == null ? title("captive") : title("captive") + " " + text("month.share", PageFormat.share(share));
    }

    private static String title(String id) {
        return text("month.section." + id);
    }

    private static String empty(String id) {
        return text("month.section." + id + ".none");
    }

    private MonthSection list(String id, String title, List<MonthPerson> people) {
        var rows = people.stream().map(MonthRow::of).toList();
        return new MonthSection(id, title, empty(id), count(id, rows.size()), rows);
    }

    private MonthSection rows(String id, String title, List<MonthRow> rows) {
        return new MonthSection(id, title, empty(id), rows.size(), rows);
    }

    private long count(String id, int shown) {
        return month.counts().getOrDefault(id, (long) shown);
    }
}
