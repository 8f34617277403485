package io.rapport.report.store;

import static io.rapport.report.ReportTestEvents.ACME;
import static io.rapport.report.ReportTestEvents.brandPost;
import static io.rapport.report.ReportTestEvents.engagement;
import static io.rapport.report.ReportTestEvents.handle;
import static io.rapport.report.ReportTestEvents.person;
import static io.rapport.report.ReportTestEvents.relationship;
import static io.rapport.report.ReportTestEvents.replyOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.brand.AgencyBranded;
import io.rapport.contracts.brand.BrandGoal;
import io.rapport.contracts.brand.BrandGoalsSet;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import io.rapport.contracts.engagement.EngagementValue;
import io.rapport.contracts.engagement.MessageRef;
import io.rapport.contracts.engagement.StaffMember;
import io.rapport.contracts.month.MonthCompleted;
import io.rapport.contracts.reminder.PersonReminder;
import io.rapport.contracts.reminder.PersonReminders;
import io.rapport.contracts.reminder.ReminderClosing;
import io.rapport.contracts.reminder.ReminderOutcome;
import io.rapport.contracts.story.PersonStories;
import io.rapport.contracts.story.PersonStory;
import io.rapport.contracts.story.StoryKind;
import io.rapport.contracts.subscription.MailProgress;
import io.rapport.contracts.subscription.SubscriptionSaved;
import io.rapport.contracts.subscription.SubscriptionSavedBuilder;
import io.rapport.contracts.suggestion.PersonSuggestions;
import io.rapport.contracts.suggestion.SuggestionDismissal;
import io.rapport.contracts.suggestion.SuggestionKind;
import io.rapport.contracts.suggestion.SuggestionUndoing;
import io.rapport.report.ReportTestEvents;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.DayInterval;
import io.rapport.report.domain.channel.Conversion;
import io.rapport.report.domain.channel.ConversionPattern;
import io.rapport.report.domain.channel.ConversionPattern.SimilarPerson;
import io.rapport.report.domain.channel.ConversionReport;
import io.rapport.report.domain.channel.ConversionReport.ConversionsOfBrand;
import io.rapport.report.domain.engagement.BrandTimelineQuery;
import io.rapport.report.domain.engagement.BrandTimelineQuery.BrandTimeline;
import io.rapport.report.domain.engagement.BrandTimelineQuery.OutboundTimeline;
import io.rapport.report.domain.engagement.BrandTimelineQuery.PostTimeline;
import io.rapport.report.domain.engagement.ChannelContact;
import io.rapport.report.domain.engagement.EngagementRange;
import io.rapport.report.domain.engagement.OutboundCounts;
import io.rapport.report.domain.engagement.PaidCount;
import io.rapport.report.domain.engagement.PaidPost;
import io.rapport.report.domain.engagement.PostKey;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.report.domain.engagement.TimelineQuery.TimelinePosition;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.people.PeopleReport;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The contract of every engine: what a month reads, goals, branding, stories and reminders. */
abstract class MonthStoreContract extends WebhookStoreContract {

    private static final BrandKey OTHER_BRAND = new BrandKey("north", "acme2");
    private static final HandleKey ANNA_X = new HandleKey(ACME, "x", "anna");
    private static final Instant AT = Instant.parse("2025-05-04T10:00:00Z");

    @Test
    void engagementsOfARangeAreFoundForManyHandlesAtOnce() {
        var bert = new HandleKey(ACME, "x", "bert");
        var other = new HandleKey(OTHER_BRAND, "x", "anna");
        for (var handle : List.of(ANNA_X, bert, other)) {
            store.engagements()
                    .save(IntStream.range(1, 5)
                            .mapToObj(i -> engagement(
                                    handle,
                                    handle.handle() + i,
                                    Instant.parse("2025-05-0" + i + "T00:00:00Z"),
                                    i % 2 == 0 ? EngagementKind.REPLY : EngagementKind.COMMENT))
                            .toList());
        }
        var from = Instant.parse("2025-05-01T00:00:00Z");
        var to = Instant.parse("2025-05-04T00:00:00Z");
        var range = new EngagementRange(Direction.INBOUND, null, from, to, 3);
        assertThat(store.engagements().findInRange(ACME, List.of(ANNA_X, bert, other), range))
                .extracting(entry -> entry.handle() + entry.occurredAt())
                .hasSize(3)
                .startsWith("anna2025-05-03T00:00:00Z", "bert2025-05-03T00:00:00Z")
                .doesNotContain("anna2025-05-04T00:00:00Z");
        assertThat(store.engagements()
                        .findInRange(
                                ACME,
                                List.of(ANNA_X),
                                new EngagementRange(Direction.OUTBOUND, EngagementKind.REPLY, from, to, 9)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.occurredAt()).isEqualTo("2025-05-02T00:00:00Z"));
        assertThat(store.engagements().findInRange(ACME, List.of(), range)).isEmpty();
    }

    @Test
    void textsOfPostsAreThoseOfTheHighestRevisionOfTheBrand() {
        var plain = brandPost(ACME, "x", "1788", "We roast on Sunday");
        var edited = EngagementReceivedBuilder.builder(plain)
                .revision(1L)
                .content(EngagementContent.of("We roast on Monday"))
                .build();
        var withdrawn = brandPost(ACME, "x", "gone", "Never");
        store.engagements()
                .save(List.of(
                        plain,
                        withdrawn,
                        brandPost(ACME, "mastodon", "1788", "Hello"),
                        brandPost(ACME, "x", "1790", " ")));
        store.engagements().save(List.of(brandPost(OTHER_BRAND, "x", "1788", "Of another brand")));
        store.engagements()
                .save(List.of(
                        edited,
                        EngagementReceivedBuilder.builder(withdrawn)
                                .withdrawn(true)
                                .build()));
        var asked = List.of(
                new PostKey("x", "1788"), new PostKey("x", "gone"), new PostKey("x", "1790"), new PostKey("x", "none"));
        assertThat(store.brandEngagements().findPostTexts(ACME, asked))
                .isEqualTo(Map.of(new PostKey("x", "1788"), "We roast on Monday"));
    }

    @Test
    void thanksOfABrandAreFoundNewestFirst() {
        var bert = new HandleKey(ACME, "x", "bert");
        store.engagements().save(List.of(thanks(ANNA_X, 1), thanks(bert, 2), thanks(ANNA_X, 3)));
        store.engagements().save(List.of(thanks(new HandleKey(OTHER_BRAND, "x", "anna"), 2)));
        store.engagements()
                .save(List.of(
                        engagement(bert, "no-thanks", Instant.parse("2025-05-02T00:00:00Z"), EngagementKind.REPLY)));
        var from = Instant.parse("2025-05-02T00:00:00Z");
        assertThat(store.engagements().findThanks(ACME, from, Instant.parse("2025-05-04T00:00:00Z"), 9))
                .extracting(TimelineEntry::handle)
                .containsExactly("anna", "bert");
    }

    @Test
    void newestTextsAreFoundOfEachHandle() {
        var bert = new HandleKey(ACME, "x", "bert");
        var other = new HandleKey(OTHER_BRAND, "x", "anna");
        for (var handle : List.of(ANNA_X, bert, other)) {
            for (var day = 1; day < 5; day++) {
                var at = Instant.parse("2025-05-0" + day + "T00:00:00Z");
                var written = engagement(handle, handle.handle() + day, at, EngagementKind.COMMENT);
                store.engagements().save(List.of(written));
            }
        }
        var silent = EngagementReceivedBuilder.builder(
                        engagement(ANNA_X, "silent", AT.minusSeconds(1), EngagementKind.REACTION))
                .content(null)
                .build();
        store.engagements().save(List.of(silent));
        var range = new EngagementRange(Direction.INBOUND, null, Instant.parse("2025-05-02T00:00:00Z"), AT, 2);

        assertThat(store.engagements().findNewestTexts(ACME, List.of(ANNA_X, bert, other), range))
                .extracting(entry -> entry.details().text())
                .containsExactlyInAnyOrder("Text of anna4", "Text of anna3", "Text of bert4", "Text of bert3");
        assertThat(store.engagements().findNewestTexts(ACME, List.of(), range)).isEmpty();
    }

    @Test
    void outboundEngagementsAreCountedByStaff() {
        var from = Instant.parse("2025-05-01T00:00:00Z");
        store.engagements().save(List.of(thanks(ANNA_X, 1), thanks(ANNA_X, 3), thanks(ANNA_X, 9)));
        store.engagements().save(List.of(engagement(ANNA_X, "hers", from, EngagementKind.COMMENT)));
        assertThat(store.engagements().countByStaff(ACME, List.of(ANNA_X), from, Instant.parse("2025-05-09T00:00:00Z")))
                .isEqualTo(Map.of(ANNA_X, Map.of("Kari", 2L)));
        assertThat(store.engagements().countByStaff(ACME, List.of(), from, Instant.parse("2030-01-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void outboundEngagementsOfTheBrandAreCountedByStaffUpToALimit() {
        var from = Instant.parse("2025-05-02T00:00:00Z");
        var to = Instant.parse("2025-05-05T00:00:00Z");
        var bert = new HandleKey(ACME, "phone", "bert");
        store.engagements()
                .save(List.of(
                        thanks(ANNA_X, 1),
                        thanks(ANNA_X, 2),
                        replyOf("Ola", bert, "ola", Instant.parse("2025-05-03T00:00:00Z")),
                        engagement(bert, "unnamed", Instant.parse("2025-05-04T00:00:00Z"), EngagementKind.REPLY),
                        engagement(bert, "theirs", from, EngagementKind.COMMENT),
                        brandPost(ACME, "x", "1788", "A post"),
                        thanks(ANNA_X, 5)));
        store.engagements().save(List.of(thanks(new HandleKey(OTHER_BRAND, "x", "anna"), 3)));
        assertThat(store.brandEngagements().countOutbound(ACME, from, to, 3))
                .isEqualTo(new OutboundCounts(Map.of("Kari", 1L, "Ola", 1L), 1, true));
        assertThat(store.brandEngagements().countOutbound(ACME, from, to, 2))
                .as("the newest, no more than the limit")
                .isEqualTo(new OutboundCounts(Map.of("Ola", 1L), 1, false));
        var noon = from.plus(Duration.ofHours(12));
        var late = replyOf("Kari", ANNA_X, "late", noon.plusMillis(1));
        store.engagements().save(List.of(late));
        assertThat(store.brandEngagements().countOutbound(ACME, from, to, 4))
                .as("also what arrived after its day was counted")
                .isEqualTo(new OutboundCounts(Map.of("Kari", 2L, "Ola", 1L), 1, true));
        assertThat(store.brandEngagements().countOutbound(ACME, noon, to.plusMillis(1), 9))
                .as("parts of days")
                .isEqualTo(new OutboundCounts(Map.of("Kari", 2L, "Ola", 1L), 1, true));
        store.engagements().delete(ACME, List.of(late.id()));
        assertThat(store.brandEngagements().countOutbound(ACME, from, to, 9).byStaff())
                .containsEntry("Kari", 1L);
    }

    @Test
    void outboundEngagementsArePagedNewestFirstAlsoWithinOneTime() {
        var from = Instant.parse("2025-05-02T00:00:00Z");
        var to = Instant.parse("2025-05-05T00:00:00Z");
        var bert = new HandleKey(ACME, "phone", "bert");
        var atOnce = IntStream.range(0, 5)
                .mapToObj(i -> replyOf(i % 2 == 0 ? "Kari" : "Ola", bert, "at-once-" + i, from.plusSeconds(60)));
        var apart = Stream.of(
                replyOf("Kari", ANNA_X, "first", from),
                replyOf("Kari", ANNA_X, "last", to.minusMillis(1)),
                replyOf("Kari", ANNA_X, "before", from.minusMillis(1)),
                replyOf("Kari", ANNA_X, "after", to),
                engagement(ANNA_X, "theirs", from, EngagementKind.COMMENT),
                brandPost(ACME, "x", "1788", "A post"));
        store.engagements().save(Stream.concat(atOnce, apart).toList());
        store.engagements().save(List.of(replyOf("Kari", new HandleKey(OTHER_BRAND, "x", "anna"), "others", from)));
        for (var limit : List.of(1, 2, 3, 9)) {
            var all = pages(new OutboundTimeline(null), from, to, limit);
            assertThat(all).as("pages of %d", limit).hasSize(7).doesNotHaveDuplicates();
            assertThat(all)
                    .isSortedAccordingTo(
                            Comparator.comparing(TimelineEntry::occurredAt).reversed());
            assertThat(pages(new OutboundTimeline("Ola"), from, to, limit))
                    .hasSize(2)
                    .allSatisfy(entry -> assertThat(entry.details().staff()).isEqualTo("Ola"));
        }
    }

    @Test
    void engagementsWithAPostAreThoseThatReferToIt() {
        var post = new PostKey("x", "1788");
        var from = Instant.parse("2025-05-02T00:00:00Z");
        store.engagements()
                .save(List.of(
                        about("reply", from, new MessageRef("a1", "1788", null, null, null, null)),
                        about("share", from, new MessageRef("a2", null, "1788", null, null, null)),
                        about("deep", from.plusSeconds(1), new MessageRef("a3", "a1", null, "1788", null, null)),
                        about("other", from, new MessageRef("a4", "1790", null, null, null, null)),
                        about("itself", from, new MessageRef("1788", null, null, "1788", null, null)),
                        EngagementReceivedBuilder.builder(
                                        about("ours", from, new MessageRef("b1", "1788", null, null, null, null)))
                                .direction(Direction.OUTBOUND)
                                .build(),
                        paid(about("paid", from, new MessageRef("b2", "1788", null, null, null, null))),
                        brandPost(ACME, "x", "1788", "A post")));
        var other = EngagementReceivedBuilder.builder(
                        about("others", from, new MessageRef("a1", "1788", null, null, null, null)))
                .brand(OTHER_BRAND.brand())
                .build();
        store.engagements().save(List.of(other));
        var to = from.plusSeconds(60);
        for (var limit : List.of(1, 2, 9)) {
            assertThat(pages(new PostTimeline(post), Instant.EPOCH, to, limit))
                    .extracting(TimelineEntry::id)
                    .startsWith(DeterministicIds.engagement(ACME, "test", "deep"))
                    .containsExactlyInAnyOrder(
                            DeterministicIds.engagement(ACME, "test", "deep"),
                            DeterministicIds.engagement(ACME, "test", "reply"),
                            DeterministicIds.engagement(ACME, "test", "share"));
        }
        assertThat(pages(new PostTimeline(new PostKey("mastodon", "1788")), Instant.EPOCH, to, 9))
                .isEmpty();
    }

    private static EngagementReceived about(String id, Instant at, MessageRef message) {
        return EngagementReceivedBuilder.builder(engagement(ANNA_X, id, at, EngagementKind.COMMENT))
                .object(message)
                .build();
    }

    private List<TimelineEntry> pages(BrandTimeline timeline, Instant from, Instant to, int limit) {
        var all = new ArrayList<TimelineEntry>();
        TimelinePosition after = null;
        List<TimelineEntry> page;
        do {
            page = store.brandEngagements().findPage(ACME, new BrandTimelineQuery(timeline, from, to, after, limit));
            all.addAll(page);
            after = page.isEmpty()
                    ? null
                    : new TimelinePosition(
                            page.get(page.size() - 1).occurredAt(),
                            page.get(page.size() - 1).id());
        } while (page.size() == limit);
        return all;
    }

    @Test
    void paidEngagementsAreCountedApartByChannelDirectionAndKind() {
        var from = Instant.parse("2025-05-02T00:00:00Z");
        var to = Instant.parse("2025-05-05T00:00:00Z");
        var search = new HandleKey(ACME, "search", "visitor");
        store.engagements()
                .save(List.of(
                        paid(engagement(search, "1", from, EngagementKind.VISIT)),
                        paid(engagement(search, "2", from.plusSeconds(1), EngagementKind.VISIT)),
                        paid(engagement(search, "3", to, EngagementKind.VISIT)),
                        paid(engagement(ANNA_X, "4", from, EngagementKind.REACTION)),
                        EngagementReceivedBuilder.builder(paid(brandPost(ACME, "x", "1790", "Buy")))
                                .occurredAt(from)
                                .build(),
                        engagement(search, "5", from, EngagementKind.VISIT)));
        assertThat(store.brandEngagements().countPaid(ACME, from, to, 9))
                .containsExactly(
                        new PaidCount("search", Direction.INBOUND, EngagementKind.VISIT, 2),
                        new PaidCount("x", Direction.INBOUND, EngagementKind.REACTION, 1),
                        new PaidCount("x", Direction.OUTBOUND, EngagementKind.POST, 1));
        assertThat(store.brandEngagements().countPaid(ACME, from, to, 1)).hasSize(1);
        assertThat(store.brandEngagements().countPaid(OTHER_BRAND, from, to, 9)).isEmpty();
    }

    @Test
    void paidPostsAreFoundByTimeAndChannelNewestFirst() {
        var from = Instant.parse("2025-05-02T00:00:00Z");
        var to = Instant.parse("2025-05-05T00:00:00Z");
        store.engagements()
                .save(List.of(
                        paidPost("x", "1", from),
                        paidPost("x", "2", to.minusMillis(1)),
                        paidPost("x", "3", to),
                        paidPost("xing", "4", from.plusSeconds(1)),
                        paid(engagement(ANNA_X, "5", from, EngagementKind.REACTION)),
                        brandPost(ACME, "x", "6", "Organic")));
        store.engagements().save(List.of(paid(brandPost(OTHER_BRAND, "x", "7", "Buy"))));

        assertThat(store.brandEngagements().findPaidPosts(ACME, null, from, to, 9))
                .extracting(PaidPost::post)
                .containsExactly("2", "4", "1");
        assertThat(store.brandEngagements().findPaidPosts(ACME, "x", from, to, 9))
                .containsExactly(
                        new PaidPost("x", "2", "Ad", null, to.minusMillis(1)),
                        new PaidPost("x", "1", "Ad", null, from));
        assertThat(store.brandEngagements().findPaidPosts(ACME, "x", from, to, 1))
                .hasSize(1);
    }

    private static EngagementReceived paidPost(String channel, String message, Instant at) {
        return EngagementReceivedBuilder.builder(paid(brandPost(ACME, channel, message, "Buy")))
                .occurredAt(at)
                .build();
    }

    private static EngagementReceived paid(EngagementReceived engagement) {
        return EngagementReceivedBuilder.builder(engagement)
                .content(new EngagementContent("Ad", null, null, null, true, null))
                .build();
    }

    @Test
    void contactsOfTheBrandAreNewestFirstWithoutWithheldOnes() {
        var from = Instant.parse("2025-05-02T00:00:00Z");
        var to = Instant.parse("2025-05-05T00:00:00Z");
        var call = EngagementReceivedBuilder.builder(
                        replyOf("Ola", ANNA_X, "call", Instant.parse("2025-05-03T00:00:00Z")))
                .kind(EngagementKind.CALL)
                .value(new EngagementValue(null, null, 20.5, null, null, null))
                .build();
        var asked = EngagementReceivedBuilder.builder(engagement(ANNA_X, "asked", from, EngagementKind.COMMENT))
                .content(EngagementContent.of("Are you open?"))
                .build();
        var refund = EngagementReceivedBuilder.builder(engagement(ANNA_X, "refund", from, EngagementKind.PURCHASE))
                .value(new EngagementValue(new BigDecimal("-5"), "NOK", null, null, "o1", null))
                .build();
        var bot = EngagementReceivedBuilder.builder(engagement(ANNA_X, "bot", from, EngagementKind.COMMENT))
                .content(new EngagementContent("Ad", null, null, null, true, null))
                .build();
        store.engagements()
                .save(List.of(asked, call, bot, refund, engagement(ANNA_X, "late", to, EngagementKind.COMMENT)));
        var found = List.of(
                new ChannelContact(
                        call.id(),
                        ANNA_X,
                        call.occurredAt(),
                        Direction.OUTBOUND,
                        EngagementKind.CALL,
                        false,
                        false,
                        20.5),
                new ChannelContact(asked.id(), ANNA_X, from, Direction.INBOUND, EngagementKind.COMMENT, true, true, 0));
        assertThat(store.brandEngagements().findContacts(ACME, from, to, 9)).isEqualTo(found);
        assertThat(store.brandEngagements().findContacts(ACME, from, to, 1)).isEqualTo(found.subList(0, 1));
        assertThat(store.brandEngagements().findContacts(OTHER_BRAND, from, to, 9))
                .isEmpty();
    }

    @Test
    void purchasesOfTheBrandAreNewestFirstWithOrWithoutAnAmount() {
        var from = Instant.parse("2025-05-02T00:00:00Z");
        var to = Instant.parse("2025-05-05T00:00:00Z");
        var other = new HandleKey(OTHER_BRAND, "shop", "anna");
        store.engagements()
                .save(List.of(
                        purchase(ANNA_X, "unpriced", from, null),
                        purchase(ANNA_X, "priced", from.plusSeconds(9), "19.50"),
                        purchase(ANNA_X, "refund", from.plusSeconds(10), "-19.50"),
                        purchase(ANNA_X, "before", from.minusSeconds(1), null),
                        purchase(ANNA_X, "after", to, "5.00"),
                        engagement(ANNA_X, "comment", from, EngagementKind.COMMENT)));
        store.engagements().save(List.of(purchase(other, "others", from, null)));
        assertThat(store.brandEngagements().findPurchases(ACME, from, to, 9))
                .extracting(ChannelContact::at)
                .containsExactly(from.plusSeconds(9), from);
        assertThat(store.brandEngagements().findPurchases(ACME, from, to, 1))
                .extracting(ChannelContact::at)
                .containsExactly(from.plusSeconds(9));
    }

    @Test
    void firstPurchasesOfAMonthAreFoundWithTheirPathAndPeopleWhoStandThere() {
        var may = new DayInterval(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 5, 31), ZoneOffset.UTC);
        for (var name : List.of("ada", "regular", "alike", "bought")) {
            store.relationships()
                    .saveCurrent(List.of(relationship(name).strong(1).state()));
            store.identities()
                    .saveHandles(List.of(handle("x", name, person(name), 1), handle("shop", name, person(name), 1)));
            store.engagements()
                    .save(IntStream.range(0, 3)
                            .mapToObj(i -> engagement(
                                    new HandleKey(ACME, "x", name),
                                    name + i,
                                    Instant.parse("2025-05-1" + i + "T00:00:00Z"),
                                    EngagementKind.COMMENT))
                            .toList());
        }
        store.engagements()
                .save(List.of(
                        buy("ada", "2025-05-14"),
                        buy("ada", "2025-05-15"),
                        buy("regular", "2025-05-14"),
                        buy("regular", "2024-05-14"),
                        buy("bought", "2025-01-01"),
                        purchase(
                                new HandleKey(ACME, "shop", "ada"),
                                "refund",
                                Instant.parse("2025-05-13T00:00:00Z"),
                                "-5.00")));
        var directory = new PersonDirectory(store.identities());
        var people = new PeopleReport(store.relationships(), directory, store.places());
        var report = new ConversionReport(store.brandEngagements(), store.engagements(), directory, people);
        var asOf = new AsOfDay(ReportTestEvents.DAY, "1", true);
        var candidates = report.findCandidates(ACME, asOf, may);
        assertThat(candidates).contains(person("alike"), person("bought"));
        var found = report.find(ACME, asOf, may, candidates);
        assertThat(found.conversions())
                .extracting(
                        Conversion::person,
                        Conversion::path,
                        Conversion::channel,
                        each -> each.at().toString())
                .containsExactly(tuple(person("ada"), List.of("x"), "shop", "2025-05-14T00:00:00Z"));
        assertThat(found.complete()).isTrue();
        assertThat(found.pattern()).isEqualTo(new ConversionPattern(1, 3, "x", 1));
        assertThat(found.similar()).extracting(SimilarPerson::person).containsExactly(person("alike"));
        assertThat(found.people().apply(person("alike")).name()).startsWith("@alike on ");
        var april = new DayInterval(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 4, 30), ZoneOffset.UTC);
        assertThat(report.find(ACME, asOf, april, candidates))
                .extracting(ConversionsOfBrand::conversions, ConversionsOfBrand::similar)
                .containsExactly(List.of(), List.of());
    }

    @Test
    void buyersAreFoundBehindManyPurchasesOfOthers() {
        var may = new DayInterval(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 5, 31), ZoneOffset.UTC);
        for (var name : List.of("ada", "bert")) {
            store.relationships()
                    .saveCurrent(List.of(relationship(name).strong(1).state()));
            store.identities().saveHandles(List.of(handle("shop", name, person(name), 1)));
        }
        var later = Instant.parse("2025-05-20T00:00:00Z");
        var ada = new HandleKey(ACME, "shop", "ada");
        store.engagements()
                .save(IntStream.range(0, 1_100)
                        .mapToObj(i -> purchase(ada, "ada" + i, later.plusSeconds(i / 3), "10.00"))
                        .toList());
        store.engagements().save(List.of(buy("bert", "2025-05-02")));
        var directory = new PersonDirectory(store.identities());
        var people = new PeopleReport(store.relationships(), directory, store.places());
        var report = new ConversionReport(store.brandEngagements(), store.engagements(), directory, people);
        var asOf = new AsOfDay(ReportTestEvents.DAY, "1", true);
        var found = report.findBuyers(ACME, asOf, may, ConversionReport.MAX_BUYERS);
        assertThat(found.buyers()).containsExactly(person("ada"), person("bert"));
        assertThat(found.conversions())
                .extracting(Conversion::person, Conversion::at)
                .containsExactly(
                        tuple(person("ada"), later), tuple(person("bert"), Instant.parse("2025-05-02T00:00:00Z")));
        assertThat(found.count()).isEqualTo(2);
        assertThat(found.complete()).isTrue();
        var latest = report.findBuyers(ACME, asOf, may, 1);
        assertThat(latest.buyers()).containsExactly(person("ada"), person("bert"));
        assertThat(latest.conversions()).extracting(Conversion::person).containsExactly(person("ada"));
        assertThat(latest.count()).isEqualTo(2);
        assertThat(latest.complete()).isFalse();
    }

    @Test
    void knownEngagementsAreThoseOfTheBrandThatAreNotWithdrawn() {
        var one = engagement(ANNA_X, "one", AT, EngagementKind.COMMENT);
        var gone = engagement(ANNA_X, "gone", AT, EngagementKind.COMMENT);
        var other = engagement(new HandleKey(OTHER_BRAND, "x", "anna"), "other", AT, EngagementKind.COMMENT);
        store.engagements().save(List.of(one, gone));
        store.engagements()
                .save(List.of(EngagementReceivedBuilder.builder(gone)
                        .revision(1L)
                        .withdrawn(true)
                        .build()));
        store.engagements().save(List.of(other));
        assertThat(store.engagements().findKnown(ACME, List.of(one.id(), gone.id(), other.id(), new UUID(1, 1))))
                .containsExactly(one.id());
        assertThat(store.engagements().findKnown(ACME, List.of())).isEmpty();
    }

    @Test
    void personsAreFoundByTheirHandles() {
        store.identities().saveHandles(List.of(handle("x", "anna", person("anna"), 1)));
        assertThat(store.identities().findOwners(ACME, List.of(ANNA_X, new HandleKey(ACME, "x", "nobody"))))
                .isEqualTo(Map.of(ANNA_X, person("anna")));
        assertThat(store.identities().findOwners(OTHER_BRAND, List.of(ANNA_X))).isEmpty();
    }

    @Test
    void storiesAreFoundByDayWithinTheBrand() {
        store.stories()
                .saveNewer(List.of(
                        stories("anna", 1, "2025-04-30", "2025-06-01"),
                        stories("bert", 1, "2025-05-31"),
                        stories("cara", 1)));
        assertThat(store.stories().findInDays(ACME, LocalDate.of(2025, 5, 1), LocalDate.of(2025, 5, 31), 9))
                .extracting(PersonStories::person)
                .containsExactly(person("bert"));
        assertThat(store.stories().findInDays(ACME, LocalDate.of(2025, 4, 1), LocalDate.of(2025, 6, 30), 9))
                .hasSize(2);
        assertThat(store.stories().findInDays(OTHER_BRAND, LocalDate.of(2025, 4, 1), LocalDate.of(2025, 6, 30), 9))
                .isEmpty();
    }

    @Test
    void remindersAreFoundByTheirEarliestOpenDay() {
        store.reminders()
                .saveNewer(List.of(
                        reminders("anna", 1, "2025-06-01"),
                        reminders("bert", 1, "2025-05-31"),
                        reminders("cara", 1, null)));
        assertThat(store.reminders().findOpen(ACME, 9))
                .containsExactly(reminders("bert", 1, "2025-05-31"), reminders("anna", 1, "2025-06-01"));
        assertThat(store.reminders().findOpen(ACME, 1))
                .extracting(PersonReminders::person)
                .containsExactly(person("bert"));
        assertThat(store.reminders().findOpen(OTHER_BRAND, 9)).isEmpty();
        assertThat(store.reminders().find(OTHER_BRAND, List.of(person("bert")))).isEmpty();
        assertThat(store.reminders().delete(ACME, List.of(person("bert"), person("dora"))))
                .isEqualTo(1);
        assertThat(store.reminders().findOpen(ACME, 9)).hasSize(1);
    }

    @Test
    void theNewestCompletedMonthOfABrandIsFound() {
        var march = completed(1, "2026-03");
        var april = completed(2, "2026-04");
        assertThat(store.completedMonths().saveNextVersion(march)).isTrue();
        assertThat(store.completedMonths().saveNextVersion(march)).isFalse();
        assertThat(store.completedMonths().findPending()).containsExactly(march);
        store.completedMonths().markPublished(march);
        assertThat(store.completedMonths().findPending()).isEmpty();
        store.completedMonths().saveNewer(List.of(april, march));
        assertThat(store.completedMonths().find(ACME)).contains(april);
        assertThat(store.completedMonths().find(OTHER_BRAND)).isEmpty();
    }

    private static MonthCompleted completed(long sequence, String month) {
        var first = YearMonth.parse(month).atDay(1);
        return new MonthCompleted("north", "acme", month, first, first.plusDays(27), "/months", sequence, AT);
    }

    @Test
    void subscriptionsAreFoundByBrandAndLinkUntilTheyAreDeleted() {
        var kari = subscription(ACME, "kari");
        var ola = subscription(ACME, "ola");
        var other = subscription(OTHER_BRAND, "per");
        var subscriptions = store.subscriptions();
        assertThat(subscriptions.saveNextVersion(kari)).isTrue();
        assertThat(subscriptions.saveNextVersion(kari)).isFalse();
        subscriptions.saveNewer(List.of(ola, other));
        assertThat(subscriptions.findAll(ACME, 10)).containsExactlyInAnyOrder(kari, ola);
        assertThat(subscriptions.findAll(ACME, 1)).hasSize(1);
        assertThat(subscriptions.findByLink("hash-per")).contains(other);
        assertThat(subscriptions.findByLink("hash-nils")).isEmpty();
        assertThat(subscriptions.find(OTHER_BRAND, ola.id())).isEmpty();
        assertThat(subscriptions.findPending()).containsExactly(kari);

        var deleted = SubscriptionSavedBuilder.builder(ola)
                .deleted(true)
                .linkHash("")
                .version(2)
                .build();
        assertThat(subscriptions.saveNextVersion(deleted)).isTrue();
        assertThat(subscriptions.findAll(ACME, 10)).containsExactly(kari);
        assertThat(subscriptions.findByLink("hash-ola")).isEmpty();
        assertThat(subscriptions.findByLink("")).isEmpty();
        assertThat(subscriptions.find(ACME, ola.id())).contains(deleted);
    }

    private static SubscriptionSaved subscription(BrandKey brand, String name) {
        return SubscriptionSavedBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .id(person(name))
                .address("v1.encrypted")
                .language("nb")
                .link("v1.encrypted")
                .linkHash("hash-" + name)
                .progress(new MailProgress(AT, 1, AT, AT.plusSeconds(60), "Not accepted (451).", false))
                .by("Kari")
                .createdAt(AT)
                .version(1)
                .at(AT)
                .build();
    }

    @Test
    void workIsDoneByTheInstanceThatHasTheLease() {
        var leases = store.workLeases();
        assertThat(leases.tryAcquire("months", "one", AT, AT.plusSeconds(60))).isTrue();
        assertThat(leases.tryAcquire("months", "two", AT, AT.plusSeconds(60))).isFalse();
        assertThat(leases.tryAcquire("other", "two", AT, AT.plusSeconds(60))).isTrue();
        leases.release("months", "two");
        assertThat(leases.tryAcquire("months", "two", AT.plusSeconds(59), AT.plusSeconds(90)))
                .isFalse();
        assertThat(leases.tryAcquire("months", "two", AT.plusSeconds(60), AT.plusSeconds(90)))
                .isTrue();
        leases.release("months", "two");
        assertThat(leases.tryAcquire("months", "one", AT.plusSeconds(61), AT.plusSeconds(90)))
                .isTrue();
    }

    @Test
    void dismissedSuggestionsAreFoundUntilTheirEnd() {
        store.suggestions()
                .saveNewer(List.of(
                        suggestions("anna", 1, AT.plusMillis(1500)),
                        suggestions("bert", 1, AT.plusSeconds(9)),
                        suggestions("cara", 1, null)));
        assertThat(store.suggestions().findOpen(ACME, AT, 9))
                .containsExactly(
                        suggestions("bert", 1, AT.plusSeconds(9)), suggestions("anna", 1, AT.plusMillis(1500)));
        assertThat(store.suggestions().findOpen(ACME, AT.plusSeconds(3), 9))
                .extracting(PersonSuggestions::person)
                .containsExactly(person("bert"));
        assertThat(store.suggestions().findOpen(ACME, AT, 1))
                .extracting(PersonSuggestions::person)
                .containsExactly(person("bert"));
        assertThat(store.suggestions().findOpen(OTHER_BRAND, AT, 9)).isEmpty();
        assertThat(store.suggestions().delete(ACME, List.of(person("bert"), person("dora"))))
                .isEqualTo(1);
        assertThat(store.suggestions().findOpen(ACME, AT, 9)).hasSize(1);
    }

    @Test
    void decisionsAreSavedByVersionAndWaitInTheOutbox() {
        var first = stories("anna", 1, "2025-05-01");
        var second = stories("anna", 2, "2025-05-01", "2025-05-02");
        assertThat(store.stories().saveNextVersion(second)).isFalse();
        assertThat(store.stories().saveNextVersion(first)).isTrue();
        assertThat(store.stories().saveNextVersion(first)).isFalse();
        assertThat(store.stories().findPending()).containsExactly(first);
        store.stories().markPublished(first);
        assertThat(store.stories().findPending()).isEmpty();
        assertThat(store.stories().saveNextVersion(second)).isTrue();
        store.stories().saveNewer(List.of(first));
        assertThat(store.stories().find(ACME, List.of(person("anna")))).containsExactly(second);

        var goals = new BrandGoalsSet("north", "acme", List.of(new BrandGoal("ror", 2)), "admin", 1, AT);
        assertThat(store.goals().saveNextVersion(goals)).isTrue();
        assertThat(store.goals().find(ACME)).contains(goals);
        assertThat(store.goals().find(OTHER_BRAND)).isEmpty();
        assertThat(store.goals().findPending()).containsExactly(goals);
        store.goals().markPublished(goals);
        assertThat(store.goals().findPending()).isEmpty();

        var branding = new AgencyBranded("north", "#0b6e4f", "aaaa", "admin", 1, AT);
        assertThat(store.brandings().saveNextVersion(branding)).isTrue();
        assertThat(store.brandings().find("north")).contains(branding);
        assertThat(store.brandings().find("south")).isEmpty();
        store.brandings().markPublished(branding);
        assertThat(store.brandings().findPending()).isEmpty();
    }

    static PersonStories stories(String person, long version, String... days) {
        var told = Stream.of(days)
                .map(day -> new PersonStory(
                        DeterministicIds.of("story", person + day),
                        StoryKind.SUCCESS,
                        LocalDate.parse(day),
                        "Text of " + day,
                        "admin",
                        AT))
                .toList();
        return new PersonStories("north", "acme", person(person), told, version, AT);
    }

    static PersonReminders reminders(String person, long version, @Nullable String due) {
        var day = due == null ? LocalDate.of(2025, 1, 1) : LocalDate.parse(due);
        var closed = due == null ? new ReminderClosing(ReminderOutcome.DONE, "admin", AT) : null;
        var reminder =
                new PersonReminder(DeterministicIds.of("reminder", person), day, "Call them", "admin", AT, closed);
        return new PersonReminders(
                "north", "acme", person(person), List.of(reminder), due == null ? null : day, version, AT);
    }

    static PersonSuggestions suggestions(String person, long version, @Nullable Instant until) {
        var undone = until == null ? new SuggestionUndoing("admin", AT) : null;
        var end = until == null ? AT : until;
        var dismissal = new SuggestionDismissal(SuggestionKind.THANK, "Away", "admin", AT, end, AT, undone);
        return new PersonSuggestions("north", "acme", person(person), List.of(dismissal), until, version, AT);
    }

    private static EngagementReceived thanks(HandleKey handle, int day) {
        var at = Instant.parse("2025-05-0" + day + "T00:00:00Z");
        return EngagementReceivedBuilder.builder(
                        engagement(handle, "thanks-" + handle.handle() + day, at, EngagementKind.THANKS))
                .direction(Direction.OUTBOUND)
                .staff(new StaffMember("kari", "Kari"))
                .build();
    }

    private static EngagementReceived buy(String name, String day) {
        return purchase(
                new HandleKey(ACME, "shop", name), name + "-buys-" + day, Instant.parse(day + "T00:00:00Z"), "10.00");
    }

    private static EngagementReceived purchase(HandleKey handle, String id, Instant at, @Nullable String amount) {
        return EngagementReceivedBuilder.builder(engagement(handle, id, at, EngagementKind.PURCHASE))
                .value(
                        amount == null
                                ? null
                                : new EngagementValue(new BigDecimal(amount), "EUR", null, null, null, null))
                .build();
    }
}
