package io.rapport.report.spread;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.DayInterval;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.engagement.SentimentService;
import io.rapport.report.domain.engagement.SpokenMessage;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.report.domain.identity.KnownPerson;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.PersonName;
import io.rapport.report.spread.SpreadMessagesView.MessageView;
import io.rapport.web.pages.PageText;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The messages behind the figures of the spread page, with the people who wrote them. */
public final class SpreadEvidence {

    /** The latest messages of a window that are read. */
    private static final int MAX_READ = 500;

    private static final int MAX_SHOWN = 8;

    private final EngagementRepository engagements;
    private final SentimentService sentiments;
    private final PersonDirectory directory;

    /** Evidence from these repositories. */
    public SpreadEvidence(EngagementRepository engagements, SentimentService sentiments, PersonDirectory directory) {
        this.engagements = engagements;
        this.sentiments = sentiments;
        this.directory = directory;
    }

    /**
     * The evidence of a window.
     *
     * @param negative the latest negative messages
     * @param positive the latest positive messages
     * @param cascade the largest cascade; null without one
     */
    record SpreadMessages(
            List<SpokenRow> negative,
            List<SpokenRow> positive,
            @Nullable CascadeDrawing cascade) {

        static final SpreadMessages NONE = new SpreadMessages(List.of(), List.of(), null);
    }

    SpreadMessages find(BrandRegistered brand, AsOfDay asOf, int window) {
        var day = asOf.day();
        if (day == null) {
            return SpreadMessages.NONE;
        }
        var messages = read(brand, day, window);
        var rows = rows(brand, asOf, messages);
        var cascades = new CascadeTree.CascadeGrower(messages);
        return new SpreadMessages(
                latest(messages, message -> cascades.polarity(message) < 0, rows),
                latest(messages, message -> cascades.polarity(message) > 0, rows),
                cascades.largest().map(tree -> CascadeDrawing.of(tree, rows)).orElse(null));
    }

    /** The latest messages of both tones in a window; none while the brand has no figures. */
    SpreadMessagesView messages(BrandRegistered brand, AsOfDay asOf, int window) {
        var day = asOf.day();
        if (day == null) {
            return new SpreadMessagesView(window, null, List.of(), List.of());
        }
        var messages = read(brand, day, window);
        var authors = authors(brand.brandKey(), messages);
        Function<SpokenMessage, MessageView> rows = message -> MessageView.of(message.entry(), authors.apply(message));
        var cascades = new CascadeTree.CascadeGrower(messages);
        return new SpreadMessagesView(
                window,
                day,
                latest(messages, message -> cascades.polarity(message) > 0, rows),
                latest(messages, message -> cascades.polarity(message) < 0, rows));
    }

    private List<SpokenMessage> read(BrandRegistered brand, LocalDate day, int window) {
        var days = new DayInterval(day, day, ZoneId.of(brand.timeZone())).last(window);
        var spoken = engagements.findSpoken(brand.brandKey(), days.start(), days.end(), MAX_READ);
        var judged = new HashMap<UUID, TimelineEntry>();
        sentiments
                .withSentiment(
                        brand.brandKey(),
                        spoken.stream().map(SpokenMessage::entry).toList())
                .forEach(entry -> judged.put(entry.id(), entry));
        return spoken.stream()
                .filter(message -> message.entry().details().withheld() == null)
                .map(message ->
                        message.withEntry(judged.getOrDefault(message.entry().id(), message.entry())))
                .toList();
    }

    private static <R> List<R> latest(
            List<SpokenMessage> messages, Predicate<SpokenMessage> filter, Function<SpokenMessage, R> rows) {
        return messages.stream()
                .filter(message -> message.entry().hasInboundText())
                .filter(filter)
                .limit(MAX_SHOWN)
                .map(rows)
                .toList();
    }

    private Function<SpokenMessage, SpokenRow> rows(BrandRegistered brand, AsOfDay asOf, List<SpokenMessage> messages) {
        var key = brand.brandKey();
        var authors = authors(key, messages);
        var zone = ZoneId.of(brand.timeZone());
        var path = BrandPageLink.path(key.agency(), key.brand());
        return message -> row(message, authors.apply(message), path, asOf, zone);
    }

    /** A lookup of who wrote a message; null if the handle has no person yet. */
    private Function<SpokenMessage, @Nullable KnownPerson> authors(BrandKey key, List<SpokenMessage> messages) {
        var people = directory.findByHandle(
                key, messages.stream().map(message -> handle(key, message)).collect(Collectors.toSet()));
        return message -> people.apply(handle(key, message));
    }

    private static SpokenRow row(
            SpokenMessage message, @Nullable KnownPerson person, String brandPath, AsOfDay asOf, ZoneId zone) {
        var entry = message.entry();
        return new SpokenRow(
                person == null ? PageText.line(entry.handle()) : PageText.line(PersonName.of(person)),
                person == null
                        ? brandPath + "/people"
                        : BrandPageLink.person(brandPath, person.person(), asOf) + "#e-" + entry.id(),
                entry.channel(),
                PageText.time(entry.occurredAt(), zone),
                entry.details().text(),
                entry.details().link());
    }

    private static HandleKey handle(BrandKey brand, SpokenMessage message) {
        return new HandleKey(brand, message.entry().channel(), message.entry().handle());
    }
}
